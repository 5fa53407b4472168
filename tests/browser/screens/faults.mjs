// Calls that fail, for screens that say so.
const refusal = { 'content-type': 'application/grpc-web+proto', 'grpc-status': '5', 'grpc-message': 'no' };

export const refused = (page, pattern) => page.route(pattern, (route) => route.fulfill({ status: 200, headers: refusal }));

export const unanswered = (page, pattern) => page.route(pattern, () => undefined);
