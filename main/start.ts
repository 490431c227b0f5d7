import type { HostPorts } from '#main/host/ports.ts';

export interface AppOptions {
  readonly dataDir: string;
  readonly sample?: boolean;
}

/** Stand-in until the core is merged: answers every request with a refusal. */
export function createApp(ports: HostPorts, _options: AppOptions): Promise<{ close(): Promise<void> }> {
  const dispose = ports.transport.onRequest(() =>
    Promise.resolve('{"ok":false,"err":{"code":"INTERNAL","key":"errors:internal"}}'),
  );
  return Promise.resolve({ close: () => Promise.resolve(dispose()) });
}
