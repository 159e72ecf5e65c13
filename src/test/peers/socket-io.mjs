// socket.io handing on what somebody sends to everybody else in the room. Argument: the port.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http);

io.on('connection', (socket) => {
  socket.on('join', async (room) => {
    await socket.join(room);
    socket.emit('joined');
  });
  socket.on('update', (room, text) => socket.to(room).emit('update', text));
});

http.listen(Number(process.argv[2]), '127.0.0.1');
