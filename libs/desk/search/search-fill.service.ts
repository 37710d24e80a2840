import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FilledBatch, fillBatch } from './fill-search.js';

@Injectable()
export class SearchFillService {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the next of what is there and not found yet findable; null when all is. */
  fillBatch(): Promise<FilledBatch | null> {
    return fillBatch(this.dataSource);
  }
}
