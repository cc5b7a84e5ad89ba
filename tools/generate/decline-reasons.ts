import {
  codeRowsOf,
  DECLINE_ADVICE,
  DECLINE_REASON_NAMES,
  DECLINE_REASONS,
  payerMessageOf,
  type ProviderName,
} from '#payments';
import { PROVIDERS } from '#provider-port';
import { withSection } from './section.js';

/** The page of decline reasons: what is written there by hand, with the tables in force. */
export function declineReasonsPage(page: string): string {
  const sections: readonly (readonly [name: string, text: string])[] = [
    ['reasons', reasonsTable()],
    ['advice', table(['advice', 'means'], Object.entries(DECLINE_ADVICE).map(coded))],
    ['messages', messagesTable()],
    ...PROVIDERS.flatMap(codesSections),
  ];
  return sections.reduce((text, [name, content]) => withSection(text, name, content), page);
}

function reasonsTable(): string {
  const rows = DECLINE_REASON_NAMES.map((reason) => {
    const { means, advice } = DECLINE_REASONS[reason];
    return [`\`${reason}\``, means, `\`${advice}\``];
  });
  return table(['reason', 'means', 'advice'], rows);
}

function messagesTable(): string {
  const rows = DECLINE_REASON_NAMES.map((reason) => {
    const { en, ar } = payerMessageOf(reason, DECLINE_REASONS[reason].advice);
    return [`\`${reason}\``, en, ar];
  });
  return table(['reason', '`en`', '`ar`'], rows);
}

/** The page says where they go, as it has words of its own about each provider. */
function codesSections(provider: ProviderName): (readonly [name: string, text: string])[] {
  const any = [provider, codesTable(provider, 'any')] as const;
  if (codeRowsOf(provider, 'refund').length === 0) return [any];
  return [any, [`${provider}-refunds`, codesTable(provider, 'refund')]];
}

function codesTable(provider: ProviderName, of: 'any' | 'refund'): string {
  const rows = codeRowsOf(provider, of).map(({ code, reason, final }) => {
    return [`\`${code}\``, `\`${reason}\``, final ? 'not the same card again' : ''];
  });
  return table(['code', 'reason', ''], rows);
}

function coded([word, means]: readonly [string, string]): readonly string[] {
  return [`\`${word}\``, means];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
