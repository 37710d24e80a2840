import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PublicAnchors } from '#contracts/audit.http.js';
import { anchors } from './anchor.queries.js';
import { anchorView } from './anchor.view.js';

@Injectable()
export class PublishedAnchors {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<PublicAnchors> {
    return { anchors: (await anchors(this.dataSource)).map(anchorView) };
  }
}
