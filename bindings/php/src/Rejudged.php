<?php

/**
 * A recorded request that is decided otherwise today.
 */

declare(strict_types=1);

namespace Provost;

/**
 * One difference of a RejudgeReport. Since 0.1.
 */
final readonly class Rejudged
{
    use Members;

    /**
     * @param int $entry its journal entry
     * @param string $verb what was asked
     * @param string $rules version of the rules that decided then
     * @param string $verdict verdict of today; "accepted": with other changes than then
     * @param string $code why, today; "" when there is no reason to name
     */
    public function __construct(
        public int $entry,
        public string $verb,
        public string $rules,
        public string $verdict,
        public string $code,
    ) {
    }
}
