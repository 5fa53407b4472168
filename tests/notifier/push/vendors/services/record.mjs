// Tells the test, on a line of the output each, what has arrived.
let connections = 0;

export const record = (line) => console.log(JSON.stringify(line));

// Numbers the connections of a server.
export function countConnections(server, event) {
  server.on(event, (socket) => {
    connections += 1;
    socket.number = connections;
  });
}
