<?php

/**
 * What came of a request.
 */

declare(strict_types=1);

namespace Provost;

/**
 * An answer: a verdict, why, and what was or would be changed. A refusal is an answer, never an exception. Since 0.1.
 */
final readonly class Answer
{
    use Members;

    /**
     * @param string $verdict "accepted", "unchanged" (it was so already), "refused", "held" (kept for a person to
     *                        review; what is certain was done) or "needs" (facts are missing; Decide fetches them)
     * @param string $code why, such as "course.not-open"; "" when simply accepted
     * @param string $sentence the code in English; "" without a code
     * @param int $id the record that the request was about, once it exists; else 0
     * @param Reason|null $reason the reason tree, with detail "reason" or "full"; else null
     * @param list<Reason> $nearest the smallest set of facts that would turn a refusal, as far as obtainable; empty
     *                              without detail "reason" or "full"
     * @param list<PlannedChange> $plan the changes, with detail "full" or planOnly
     * @param string $approval token that approves exactly this plan, with planOnly
     * @param list<array{kind: string, index: string, values: list<string>}> $needs keys to look up, with "needs"
     * @param list<Reason> $notes what a person should know, whatever the verdict
     * @param list<ReportLine> $report of verbs that answer with one
     * @param string $document the answer as the library wrote it
     */
    private function __construct(
        public string $verdict,
        public string $code,
        public string $sentence,
        public int $id,
        public ?Reason $reason,
        public array $nearest,
        public array $plan,
        public string $approval,
        public array $needs,
        public array $notes,
        public array $report,
        public string $document,
    ) {
    }

    /**
     * @internal
     */
    public static function of(string $document): self
    {
        $answer = Document::decode($document);
        return new self(
            $answer['verdict'],
            $answer['code'] ?? '',
            $answer['sentence'] ?? '',
            $answer['id'] ?? 0,
            isset($answer['reason']) ? Reason::of($answer['reason']) : null,
            array_map(Reason::of(...), $answer['nearest'] ?? []),
            array_map(PlannedChange::of(...), $answer['plan'] ?? []),
            $answer['approval'] ?? '',
            $answer['needs'] ?? [],
            array_map(Reason::of(...), $answer['notes'] ?? []),
            array_map(ReportLine::of(...), $answer['report'] ?? []),
            $document,
        );
    }

    /** Whether what was asked for is so now: it was done, or it was so already. Since 0.1. */
    public function holds(): bool
    {
        return $this->verdict === 'accepted' || $this->verdict === 'unchanged';
    }

    /**
     * Why, as lines of English for showing to people: the reason tree where it was asked for (detail), else the sentence
     * alone. Since 0.1.
     *
     * @return list<string>
     */
    public function lines(): array
    {
        return $this->reason?->lines() ?? ($this->sentence === '' ? [] : [$this->sentence]);
    }

    /** Whether it was not done; the code and the reason say why. Since 0.1. */
    public function refused(): bool
    {
        return $this->verdict === 'refused';
    }
}
