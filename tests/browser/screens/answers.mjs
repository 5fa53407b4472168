// What a service answers while a scene looks at a screen, without asking it.
const binary = { 'content-type': 'application/grpc-web+proto' };

// There is no such thing.
export const refused = (page, pattern) =>
  page.route(pattern, (route) =>
    route.fulfill({ status: 200, headers: { ...binary, 'grpc-status': '5', 'grpc-message': 'no' } }),
  );

function frame(flags, content) {
  const head = Buffer.alloc(5);
  head.writeUInt8(flags);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

// A message without a single field: nothing is listed.
export const nothing = (page, pattern) =>
  page.route(pattern, (route) =>
    route.fulfill({
      status: 200,
      headers: binary,
      body: Buffer.concat([frame(0, Buffer.alloc(0)), frame(128, Buffer.from('grpc-status: 0\r\n'))]),
    }),
  );
