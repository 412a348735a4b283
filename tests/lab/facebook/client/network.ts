import { type Environment, type FetchFunction, Observable } from 'relay-runtime';
import type { Doc } from '../feed.ts';
import { graft } from '../normalise.ts';
import { current } from './look.ts';

/** Posts a query and gives each line of the answer as it comes. */
export const fetchLines: FetchFunction = (request, variables) =>
  Observable.create((sink) => {
    const xhr = new XMLHttpRequest();
    let read = 0;
    const drain = (end: boolean): void => {
      const text = xhr.responseText;
      for (;;) {
        const line = text.indexOf('\n', read);
        if (line < 0 && !(end && read < text.length)) return;
        const json = text.slice(read, line < 0 ? text.length : line);
        read = line < 0 ? text.length : line + 1;
        if (json.trim()) sink.next(JSON.parse(json));
      }
    };
    xhr.open('POST', '/api/graphql/');
    xhr.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    xhr.setRequestHeader('x-fb-friendly-name', request.name);
    xhr.onprogress = () => drain(false);
    xhr.onload = () => {
      if (xhr.status !== 200) return sink.error(new Error(`answer ${xhr.status} to ${request.name}`));
      drain(true);
      sink.complete();
    };
    xhr.onerror = () => sink.error(new Error(`no answer to ${request.name}`));
    xhr.send(
      new URLSearchParams({
        fb_api_caller_class: 'RelayModern',
        fb_api_req_friendly_name: request.name,
        server_timestamps: 'true',
        locale: current().lang,
        variables: JSON.stringify(variables),
        doc_id: request.id ?? '',
      }).toString(),
    );
    return () => xhr.abort();
  });

/**
 * Asks the server and hands over the answer as far as it has come, after each line.
 * Rejects when there is no answer or a wrong one.
 */
export function ask(
  environment: Environment,
  name: string,
  variables: Record<string, unknown>,
  onAnswer: (answer: Record<string, unknown>) => void,
): Promise<void> {
  const answer: Record<string, unknown> = {};
  const request = {
    id: String(7_000_000_000_000_000 + name.length * 131),
    cacheID: name,
    name,
    operationKind: 'query' as const,
    text: null,
    metadata: {},
  };
  return new Promise((resolve, reject) => {
    environment
      .getNetwork()
      .execute(request, variables, { force: true })
      .subscribe({
        next: (response) => {
          const doc = response as unknown as Doc;
          if (doc.path) graft(answer, doc.path, doc.data);
          else Object.assign(answer, doc.data);
          onAnswer(answer);
        },
        error: reject,
        complete: resolve,
      });
  });
}
