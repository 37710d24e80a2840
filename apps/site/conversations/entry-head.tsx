import { Moment } from '../layout/moment.js';

export function EntryHead({ who, at, timeZone }: { who: string; at: Date; timeZone: string }) {
  return (
    <div className="site-entry__head">
      <h3 className="site-entry__who" dir="auto">
        {who}
      </h3>
      <Moment at={at} timeZone={timeZone} />
    </div>
  );
}
