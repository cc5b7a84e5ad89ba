import { parse } from 'yaml';

/** One rule of deploy/prometheus/rules. */
export type AlertRule = {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: 'critical' | 'warning' };
  readonly annotations: {
    readonly summary: string;
    /** What it means, and what it does not. */
    readonly meaning: string;
    /** The first thing to run. */
    readonly command: string;
    /** The runbook that says what to do then. */
    readonly see: string;
    readonly runbook_url: string;
  };
};

type RuleFile = {
  readonly groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[];
};

/** The groups of one file of rules. */
export function alertGroupsOf(text: string): RuleFile['groups'] {
  return (parse(text) as RuleFile).groups;
}

/** docs/runbooks/alerts.md: each rule under a heading of its name, which its link points to. */
export function alertsPage(texts: readonly string[]): string {
  const groups = texts.flatMap(alertGroupsOf).map(({ name, rules }) => {
    return `## Of ${name}\n\n${rules.map(entryOf).join('\n\n')}`;
  });
  return `${HEAD}\n\n${groups.join('\n\n')}\n`;
}

const HEAD = `# Alerts

<!-- Generated from deploy/prometheus/rules by \`npm run generate\`; edit those files. -->

What each alert of Prometheus means, and what to run first. A critical one wants a person now, a
warning one on the same day. A share has a minimum of payments beside it, so that one bad payment in a
quiet night alarms no one. What is not known has alerts of its own (ServiceDown, ViewUnknown): while one
of them fires, the silence of the others says nothing.

\`$KEY\` is an operator's key.`;

function entryOf({ alert, expr, for: lasts, labels, annotations }: AlertRule): string {
  const { summary, meaning, command, see } = annotations;
  return [
    `### ${alert}`,
    `${readable(summary)}. ${capitalised(labels.severity)}, ${whenOf(lasts)}.`,
    meaning,
    `\`\`\`sh\n${command}\n\`\`\``,
    `Then: [${see.replace(/\.md$/, '').replaceAll('-', ' ')}](${see}).`,
    `\`\`\`promql\n${expr.trimEnd()}\n\`\`\``,
  ].join('\n\n');
}

/** A summary without the braces of its template: the name of a label stands for its value. */
function readable(summary: string): string {
  return summary.replaceAll(/\{\{ \$(?:labels\.)?(\w+)[^}]*\}\}/g, (_all, name: string) => {
    return `&lt;${name}&gt;`;
  });
}

function whenOf(lasts: string): string {
  return lasts === '0s' ? 'at once' : `after ${lasts}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
