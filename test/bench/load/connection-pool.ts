import { type Answer, HttpConnection } from './http-connection.js';

/** As many kept connections as there are requests under way at the most: none ever waits for another. */
export class ConnectionPool {
  private readonly idle: HttpConnection[] = [];
  private readonly all: HttpConnection[] = [];

  constructor(private readonly url: string) {}

  async send(request: Buffer): Promise<Answer> {
    const connection = this.idle.pop() ?? (await this.open());
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

  private async open(): Promise<HttpConnection> {
    const connection = await HttpConnection.open(this.url);
    this.all.push(connection);
    return connection;
  }
}
