/** Says in words for people what is wrong with a knowledge entry. */
import * as l10n from '@vscode/l10n';
import type { z } from 'zod';
import type { KnowledgeKind } from './schemas';

/** One sentence: which field, what is wrong, that the entry is skipped, and what to write. Localised. */
export function describeIssue(issue: z.core.$ZodIssue, kind: KnowledgeKind): string {
  const field = issue.path.map(String).join('.');
  if (field === '' && issue.code === 'invalid_type') {
    return l10n.t('This is not an entry; it is skipped. An entry begins with “- id: …” and its fields follow below.');
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return l10n.t(
        'The field “{0}” is not known in {1}.yaml; the entry is skipped. Check the spelling or remove the line.',
        issue.keys.join(', '),
        kind,
      );
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? l10n.t('The field “{0}” is missing; the entry is skipped. Add it.', field)
        : l10n.t(
            'The field “{0}” must be {1}; the entry is skipped. Correct the value.',
            field,
            typeName(issue.expected),
          );
    case 'invalid_value':
      return l10n.t(
        'The field “{0}” must be one of {1}; the entry is skipped.',
        field,
        issue.values.map(String).join(', '),
      );
    case 'too_small':
      return l10n.t('The field “{0}” is empty or too short; the entry is skipped. Fill it in.', field);
    case 'too_big':
      return l10n.t('The field “{0}” is too long; the entry is skipped. Shorten it.', field);
    case 'invalid_format':
      return describeFormat(field);
    case 'custom':
      if (kind === 'quotes')
        return l10n.t(
          'A quote needs “work”, or “speaker”, “occasion”, “date” and “sources”; one with a date holds at most 25 characters. The entry is skipped.',
        );
      return l10n.t('A target needs “value” or “goals”; the entry is skipped. Add one of them.');
    default:
      return l10n.t('The entry is not right; it is skipped: {0}.', issue.message);
  }
}

function describeFormat(field: string): string {
  switch (field.split('.').at(-1)) {
    case 'id':
      return l10n.t('The id may hold lower-case letters, digits, “.” and “-”; the entry is skipped. Change it.');
    case 'url':
      return l10n.t('The field “{0}” must be a web address; the entry is skipped. Correct or remove it.', field);
    default:
      return l10n.t(
        'The field “{0}” must be a date like 2026, 2026-03 or 2026-03-12 (“verified”: a full date); the entry is skipped.',
        field,
      );
  }
}

function typeName(expected: string): string {
  switch (expected) {
    case 'string':
      return l10n.t('text');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    case 'array':
      return l10n.t('a list');
    default:
      return l10n.t('a group of fields');
  }
}
