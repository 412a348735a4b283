/** Posts a query under its name. Rejects when there is no answer or an unhappy one. */
export function send(name: string, variables: object): Promise<{ data: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/graphql/query');
    xhr.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    xhr.setRequestHeader('x-ig-app-id', '936619743392459');
    xhr.setRequestHeader('x-asbd-id', '359341');
    xhr.setRequestHeader('x-fb-friendly-name', name);
    xhr.onload = () => {
      if (xhr.status !== 200) return reject(new Error(`answer ${xhr.status} to ${name}`));
      resolve(JSON.parse(xhr.responseText.replace(/^for \(;;\);/, '')) as { data: Record<string, unknown> });
    };
    xhr.onerror = () => reject(new Error(`no answer to ${name}`));
    const form = {
      fb_api_caller_class: 'RelayModern',
      fb_api_req_friendly_name: name,
      variables: JSON.stringify(variables),
      server_timestamps: 'true',
      doc_id: '24710437411886811',
    };
    xhr.send(new URLSearchParams(form).toString());
  });
}

/** Asks the older interface. Rejects when there is no answer or an unhappy one. */
export function fetchJson(path: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', path);
    xhr.setRequestHeader('x-ig-app-id', '936619743392459');
    xhr.onload = () => {
      if (xhr.status !== 200) return reject(new Error(`answer ${xhr.status} from ${path}`));
      resolve(JSON.parse(xhr.responseText) as Record<string, unknown>);
    };
    xhr.onerror = () => reject(new Error(`no answer from ${path}`));
    xhr.send();
  });
}
