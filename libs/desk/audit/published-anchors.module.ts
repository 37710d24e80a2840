import { Module } from '@nestjs/common';
import { PublishedAnchors } from './published-anchors.service.js';

@Module({ providers: [PublishedAnchors], exports: [PublishedAnchors] })
export class PublishedAnchorsModule {}
