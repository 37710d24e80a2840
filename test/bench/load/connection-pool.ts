import { type Answer, HttpConnection } from './http-connection.js';

/** As many kept connections as there are requests under way at the most: none ever waits for another. */
export class ConnectionPool {
  private readonly idle: HttpConnection[] = [];
  private readonly all: HttpConnection[] = [];

  constructor(private readonly url: string) {}

  async send(request: Buffer): Promise<Answer> {
    const connection = this.takeIdle() ?? (await this.open());
    const answer = await connection.send(request);
    this.idle.push(connection);
    return answer;
  }

  /** Opened beforehand, so that no sample begins with a crowd of handshakes. */
  async warm(count: number): Promise<void> {
    while (this.all.length < count) this.idle.push(await this.open());
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }

  /** A server may close what rests for long. */
  private takeIdle(): HttpConnection | undefined {
    let connection = this.idle.pop();
    while (connection && !connection.isOpen) connection = this.idle.pop();
    return connection;
  }

  private async open(): Promise<HttpConnection> {
    const connection = await HttpConnection.open(this.url);
    this.all.push(connection);
    return connection;
  }
}
