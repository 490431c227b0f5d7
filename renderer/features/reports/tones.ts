/** How a state of a report looks in a badge; the words say the same. */
export const TONES = { draft: 'plain', frozen: 'info', draft_made: 'info', sent: 'good' } as const;
