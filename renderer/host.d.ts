/** What the host puts on `window`: the whole of it, frozen (ARCHITECTURE.md, "The wire"). */
interface MilepostHost {
  /** Sends one request as JSON text and resolves with the reply as JSON text. */
  request(json: string): Promise<string>;
  /** Receives pushed events as JSON text; events that came before the first subscriber are delivered to it. */
  subscribe(listener: (json: string) => void): () => void;
  readonly info: {
    readonly kind: 'electron' | 'chromium' | 'test';
    readonly platform: 'win32' | 'darwin' | 'linux';
    readonly appVersion: string;
    readonly nativeMenus: boolean;
    readonly nativeDialogs: boolean;
    readonly preferredLanguages: readonly string[];
  };
}

interface Window {
  readonly host: MilepostHost;
  /** Only on print pages. */
  readonly printData?: string;
}
