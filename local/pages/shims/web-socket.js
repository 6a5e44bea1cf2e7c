// @ts-check
// aws-amplify always opens wss://, also for an API at http://127.0.0.1. Only this machine's own address is changed.
const NativeWebSocket = window.WebSocket;
window.WebSocket = class extends NativeWebSocket {
  /**
   * @param {string | URL} url
   * @param {string | string[]} [protocols]
   */
  constructor(url, protocols) {
    super(String(url).replace(/^wss:(?=\/\/(?:127\.0\.0\.1|localhost)[:/])/, "ws:"), protocols);
  }
};
