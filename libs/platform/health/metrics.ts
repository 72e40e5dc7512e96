import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The Prometheus registry of this process, and the instruments that several libs use. */
export class Metrics {
  readonly registry = new Registry();

  readonly requestSeconds = new Histogram({
    name: 'mingbian_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly firedDeadlines = new Counter({
    name: 'mingbian_deadlines_fired_total',
    help: 'Deadline events, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  readonly firingLag = new Histogram({
    name: 'mingbian_firing_lag_seconds',
    help: 'How long after its due instant a deadline event or ladder step was executed',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60],
    registers: [this.registry],
  });

  readonly lastSweep = new Gauge({
    name: 'mingbian_last_sweep_timestamp_seconds',
    help: 'When this process last finished a sweep',
    registers: [this.registry],
  });

  readonly findings = new Gauge({
    name: 'mingbian_engine_findings',
    help: 'What the auditor has found and is still so, by code',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly lastAudit = new Gauge({
    name: 'mingbian_last_audit_timestamp_seconds',
    help: 'When any process last audited the engine; 0 when none ever has',
    registers: [this.registry],
  });

  readonly deliveries = new Counter({
    name: 'mingbian_deliveries_total',
    help: 'Messages that left the house, by channel and what became of them',
    labelNames: ['channel', 'result'],
    registers: [this.registry],
  });

  readonly redactions = new Counter({
    name: 'mingbian_redactions_total',
    help: 'Pieces taken out of texts before they were stored, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
