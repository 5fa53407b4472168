// What a page gets instead of the service's answer.
const grpcWeb = { 'content-type': 'application/grpc-web+proto' };
const refusal = { ...grpcWeb, 'grpc-status': '5', 'grpc-message': 'no' };

export const refused = (page, pattern) => page.route(pattern, (route) => route.fulfill({ status: 200, headers: refusal }));

// Nobody answers.
export const unanswered = (page, pattern) => page.route(pattern, () => undefined);

// A message without content, and the status after it.
const trailer = Buffer.from('grpc-status: 0\r\n');
const nothing = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0x80, 0, 0, 0, trailer.length]), trailer]);

export const empty = (page, pattern) =>
  page.route(pattern, (route) => route.fulfill({ status: 200, headers: grpcWeb, body: nothing }));
