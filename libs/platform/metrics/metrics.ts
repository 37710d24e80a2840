import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Prometheus figures of one process; labels are few and bounded (routes, not paths). */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly httpSeconds = new Histogram({
    name: 'answerable_http_request_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly jobSeconds = new Histogram({
    name: 'answerable_job_seconds',
    help: 'Time to handle jobs',
    labelNames: ['job'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly messagesReceived = new Counter({
    name: 'answerable_messages_received_total',
    help: 'Messages acknowledged by intake',
    labelNames: ['duplicate'],
    registers: [this.registry],
  });

  readonly eventsRelayed = new Counter({
    name: 'answerable_events_relayed_total',
    help: 'Events turned into jobs and doorbells',
    registers: [this.registry],
  });

  readonly relayLagSeconds = new Gauge({
    name: 'answerable_relay_lag_seconds',
    help: 'Age of the oldest event in the last batch that was relayed',
    registers: [this.registry],
  });

  readonly inboxCounts = new Counter({
    name: 'answerable_inbox_counts_total',
    help: 'Times that the numbers beside the views were counted, each for all who read the same departments',
    registers: [this.registry],
  });

  readonly socketsConnected = new Gauge({
    name: 'answerable_sockets_connected',
    help: 'Consoles connected to this process',
    registers: [this.registry],
  });

  readonly setAside = new Gauge({
    name: 'answerable_set_aside_conversations',
    help: 'Conversations whose deadlines or figures cannot be derived from their record; each is tried again now and then',
    labelNames: ['work'],
    registers: [this.registry],
  });

  readonly classifierAnswers = new Counter({
    name: 'answerable_classifier_answers_total',
    help: 'What the external classifier answered about messages, or that it did not',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  readonly auditLinksBehind = new Gauge({
    name: 'answerable_audit_links_behind',
    help: 'Events delivered and not yet in the hash chain of their department',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'answerable_' });
  }
}
