import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const DATABASE_URL = 'postgres://desk:secret@127.0.0.1:5432/desk';

describe('the configuration', () => {
  it('has a default for everything but the database, and cannot be changed', () => {
    const config = loadConfig({ DATABASE_URL });
    expect(config).toMatchObject({ HOST: '127.0.0.1', API_PORT: 8081, SITE_PORT: 8080, WORKER_PORT: 8082 });
    expect(config.REDIS_URL).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    ['DATABASE_URL', {}],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://desk:secret@host/desk' }],
    ['REDIS_URL', { DATABASE_URL, REDIS_URL: 'secret' }],
    ['API_PORT', { DATABASE_URL, API_PORT: '99999' }],
    ['LOG_LEVEL', { DATABASE_URL, LOG_LEVEL: 'secret' }],
    ['SMTP_URL', { DATABASE_URL, SMTP_URL: 'http://desk:secret@host', MAIL_FROM: 'desk@city.example' }],
    ['MAIL_FROM', { DATABASE_URL, SMTP_URL: 'smtp://desk:secret@host' }],
    ['MAIL_FROM', { DATABASE_URL, SMTP_URL: 'smtp://host', MAIL_FROM: 'secret@city.example\r\nBcc: all' }],
  ])('names a bad %s and never prints a value', (variable, env) => {
    let message = '';
    try {
      loadConfig(env);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(variable);
    expect(message).not.toContain('secret');
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ DATABASE_URL, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });
});
