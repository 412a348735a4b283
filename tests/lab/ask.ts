import { request } from 'node:https';
import type { Lab } from './types.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  text: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks the lab for an address of the sites, as a browser led there by the host rules would. */
export function ask(lab: Lab, address: string, question: Question = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: lab.port,
        servername: url.hostname,
        path: url.pathname + url.search,
        method: question.method ?? 'GET',
        headers: { host: url.hostname, ...question.headers },
        rejectUnauthorized: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const headers = Object.fromEntries(
            Object.entries(response.headers).map(([k, v]) => [k, String(v)]),
          );
          resolve({ status: response.statusCode ?? 0, headers, bytes, text: bytes.toString('utf8') });
        });
      },
    );
    call.on('error', reject);
    call.end(question.body);
  });
}

/** The answer to one of Instagram's queries, its guard taken off. */
export async function askInstagram(
  lab: Lab,
  name: string,
  variables: object,
): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({ fb_api_req_friendly_name: name, variables: JSON.stringify(variables) });
  const { text } = await ask(lab, 'https://www.instagram.com/graphql/query', {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return (JSON.parse(text.replace(/^for \(;;\);/, '')) as { data: Record<string, unknown> }).data;
}
