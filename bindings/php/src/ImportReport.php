<?php

/**
 * What came of the import of a file.
 */

declare(strict_types=1);

namespace Provost;

/**
 * Counts and refused rows; rows = created + updated + unchanged + rejected, always. Since 0.1.
 */
final readonly class ImportReport
{
    use Members;

    /**
     * @param int $rows rows read
     * @param int $created rows that made a record
     * @param int $updated rows that changed one
     * @param int $unchanged rows that changed nothing
     * @param int $rejected rows that were refused
     * @param string $input digest of the bytes read, hexadecimal
     * @param list<array{file: string, line: int, problem: string}> $problems refused rows, by the line on which they
     *                                                                       begin, with the code of their first problem
     * @param list<array<string, mixed>> $explanations with detail "reason": why, row by row
     * @param list<array<string, mixed>> $notes what somebody should know although no row was refused for it
     * @param list<array<string, mixed>> $outcomes with report "rows": what became of each row
     * @param string $rejects with rejects: header and refused rows as they came, to be corrected and read again
     */
    private function __construct(
        public int $rows,
        public int $created,
        public int $updated,
        public int $unchanged,
        public int $rejected,
        public string $input,
        public array $problems,
        public array $explanations,
        public array $notes,
        public array $outcomes,
        public string $rejects,
    ) {
    }

    /**
     * Feeds a session with a file.
     *
     * @param resource $file
     * @internal
     */
    public static function from(Session $session, $file, int $piece): self
    {
        $streams = ['problems' => '', 'explanations' => '', 'notes' => '', 'rows' => '', 'rejects' => ''];
        while (!feof($file)) {
            $session->feed((string) fread($file, $piece));
            self::collect($session, $streams);
        }
        $summary = $session->finish();
        self::collect($session, $streams);
        return new self(
            $summary['rows'],
            $summary['created'],
            $summary['updated'],
            $summary['unchanged'],
            $summary['rejected'],
            $summary['input'],
            array_map(self::problem(...), self::lines($streams['problems'])),
            array_map(Document::decode(...), self::lines($streams['explanations'])),
            array_map(Document::decode(...), self::lines($streams['notes'])),
            array_map(Document::decode(...), self::lines($streams['rows'])),
            $streams['rejects'],
        );
    }

    /**
     * @param array<string, string> $streams
     */
    private static function collect(Session $session, array &$streams): void
    {
        foreach ($session->take() as $stream => $bytes) {
            $streams[$stream] .= $bytes;
        }
    }

    /**
     * @return list<string>
     */
    private static function lines(string $bytes): array
    {
        return $bytes === '' ? [] : explode("\n", rtrim($bytes, "\n"));
    }

    /**
     * @return array{file: string, line: int, problem: string}
     */
    private static function problem(string $line): array
    {
        [$file, $number, $problem] = str_getcsv($line, escape: '');
        return ['file' => $file, 'line' => (int) $number, 'problem' => $problem];
    }
}
