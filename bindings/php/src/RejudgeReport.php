<?php

/**
 * What came of judging the recorded requests again.
 */

declare(strict_types=1);

namespace Provost;

/**
 * Which recorded requests would be decided otherwise under today's rules. Since 0.1.
 */
final readonly class RejudgeReport
{
    use Members;

    /**
     * @param int $entries journal entries read
     * @param int $judged requests judged again
     * @param list<Rejudged> $differences those decided otherwise today
     * @param array<string, int> $skipped how many could not be judged, by reason: "import" (only digests of the rows
     *                                    are kept), "personal" (the request held personal values), "erased" (it rests
     *                                    on values since erased)
     */
    private function __construct(
        public int $entries,
        public int $judged,
        public array $differences,
        public array $skipped,
    ) {
    }

    /**
     * @param array<string, mixed> $document
     * @internal
     */
    public static function of(array $document): self
    {
        $rejudged = static fn (array $found) => new Rejudged(
            $found['entry'],
            $found['verb'],
            $found['rules'],
            $found['verdict'],
            $found['code'] ?? '',
        );
        return new self(
            $document['entries'],
            $document['judged'],
            array_map($rejudged, $document['differences'] ?? []),
            array_column($document['skipped'] ?? [], 'entries', 'reason'),
        );
    }
}
