import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

extension TransportError {
    /// Classifies what AsyncHTTPClient threw.
    ///
    /// Only failures that surely came before the request left are `requestMayHaveBeenSent: false`; in doubt it may have
    /// been sent. Details are written here, since an underlying description may repeat a header value.
    init(mapping error: any Error) {
        switch error {
        case let error as HTTPClientError:
            self.init(mapping: error)
        case is NIOTooManyBytesError:
            self.init(.responseTooLarge, requestMayHaveBeenSent: true, detail: "the answer is larger than the limit")
        case let error as NIOConnectionError:
            self.init(
                .cannotConnect,
                requestMayHaveBeenSent: false,
                detail: "no connection to \(error.host) port \(error.port)"
            )
        case ChannelError.connectTimeout:
            self.init(.cannotConnect, requestMayHaveBeenSent: false, detail: "connecting took too long")
        case NIOSSLError.handshakeFailed, is NIOSSLExtraError:
            self.init(.tlsFailed, requestMayHaveBeenSent: false, detail: "the TLS handshake failed")
        case let error as IOError where Self.refusalErrnos.contains(error.errnoCode):
            self.init(.cannotConnect, requestMayHaveBeenSent: false, detail: "the connection was refused")
        default:
            self.init(.connectionLost, requestMayHaveBeenSent: true, detail: "the connection broke")
        }
    }

    private static let refusalErrnos: Set<CInt> = [111, 61]  // ECONNREFUSED on Linux and on Darwin

    private init(mapping error: HTTPClientError) {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout:
            self.init(.cannotConnect, requestMayHaveBeenSent: false, detail: "connecting took too long")
        case .tlsHandshakeTimeout:
            self.init(.tlsFailed, requestMayHaveBeenSent: false, detail: "the TLS handshake took too long")
        case .proxyAuthenticationRequired, .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
            self.init(.proxyFailed, requestMayHaveBeenSent: false, detail: "the proxy did not connect")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            self.init(.timedOut, requestMayHaveBeenSent: true, detail: "no complete answer within the time limit")
        case .invalidURL, .emptyHost, .emptyScheme:
            self.init(.invalidRequest, requestMayHaveBeenSent: false, detail: "the URL cannot be requested")
        default:
            self.init(
                .connectionLost,
                requestMayHaveBeenSent: true,
                detail: "the connection ended before the answer was complete"
            )
        }
    }
}
