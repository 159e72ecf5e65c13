package org.tessera.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * WebSockets by the thousand in one process. Netty, because a client that costs more than what it measures would measure
 * itself; all sockets share one thread, so that what arrives is counted without locks.
 */
final class Sockets implements AutoCloseable {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Bootstrap bootstrap = new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 20_000);

    /** Who listens at a socket. Always called by the same thread. */
    interface Ear {

        /** A message came; {@code nanos} is when, by {@link System#nanoTime()}. The buffer is good for this call only. */
        void heard(ByteBuf message, long nanos);

        /** Nothing comes any more. */
        default void closed() {}
    }

    /** An open socket. */
    record Socket(Channel channel) {

        void text(String message) {
            channel.writeAndFlush(
                    new TextWebSocketFrame(Unpooled.wrappedBuffer(message.getBytes(StandardCharsets.UTF_8))),
                    channel.voidPromise());
        }

        void bytes(ByteBuf message) {
            channel.writeAndFlush(new BinaryWebSocketFrame(message), channel.voidPromise());
        }

        /** Reads nothing any more, or reads again: what a browser does whose page hangs. */
        void reads(boolean reads) {
            channel.config().setAutoRead(reads);
        }

        void close() {
            channel.close();
        }

        boolean isOpen() {
            return channel.isActive();
        }
    }

    /** Opens a socket; the answer fails if the server does not agree. */
    CompletableFuture<Socket> open(URI address, Map<String, String> headers, Ear ear) {
        HttpHeaders more = new DefaultHttpHeaders();
        headers.forEach(more::add);
        CompletableFuture<Socket> opened = new CompletableFuture<>();
        bootstrap
                .clone()
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        WebSocketClientHandshaker handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                                address,
                                WebSocketVersion.V13,
                                headers.get("Sec-WebSocket-Protocol"),
                                false,
                                more,
                                LARGEST);
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(1024 * 1024))
                                .addLast(new Listening(handshaker, ear, opened));
                    }
                })
                .connect(address.getHost(), address.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        opened.completeExceptionally(connected.cause());
                    }
                });
        return opened;
    }

    private static final class Listening extends SimpleChannelInboundHandler<Object> {

        private final WebSocketClientHandshaker handshaker;
        private final Ear ear;
        private final CompletableFuture<Socket> opened;

        Listening(WebSocketClientHandshaker handshaker, Ear ear, CompletableFuture<Socket> opened) {
            this.handshaker = handshaker;
            this.ear = ear;
            this.opened = opened;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            handshaker.handshake(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            long now = System.nanoTime();
            switch (message) {
                case FullHttpResponse answer
                when !handshaker.isHandshakeComplete() -> {
                    handshaker.finishHandshake(context.channel(), answer);
                    context.pipeline().addBefore(context.name(), "whole", new WebSocketFrameAggregator(LARGEST));
                    opened.complete(new Socket(context.channel()));
                }
                case TextWebSocketFrame text -> ear.heard(text.content(), now);
                case BinaryWebSocketFrame bytes -> ear.heard(bytes.content(), now);
                case PingWebSocketFrame ping ->
                    context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                case CloseWebSocketFrame _ -> context.close();
                case WebSocketFrame _ -> {}
                default -> context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            opened.completeExceptionally(cause);
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            opened.completeExceptionally(new IllegalStateException("the server closed the socket"));
            ear.closed();
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
