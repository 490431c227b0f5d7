/** Endings of files that hold contacts and nothing else. */
export const isContactFile = (name: string): boolean => /\.(?:vcf|vcard)$/i.test(name);
