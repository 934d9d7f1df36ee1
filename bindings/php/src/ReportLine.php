<?php

/**
 * A line of a report.
 */

declare(strict_types=1);

namespace Provost;

/**
 * A line of a report, such as a setting of a course with who says it, or with what a change made of it. Since 0.1.
 */
final readonly class ReportLine
{
    use Members;

    /**
     * @param string $item what it is about: the name of a setting, an external id
     * @param string $group the group of settings it belongs to; "" = none
     * @param string $fate "value", "kept", "converted", "dropped", "refused", "changed" or "open"
     * @param string $code why; "" when that is plain
     * @param string $level who says the value: "type", "template", "course"; "" where that is no question
     * @param mixed $value its value now; null when it has none
     * @param mixed $before its value before; null when it had none
     */
    private function __construct(
        public string $item,
        public string $group,
        public string $fate,
        public string $code,
        public string $level,
        public mixed $value,
        public mixed $before,
    ) {
    }

    /**
     * @internal
     * @param array<string, string> $line
     */
    public static function of(array $line): self
    {
        return new self(
            $line['item'] ?? '',
            $line['group'] ?? '',
            $line['fate'],
            $line['code'] ?? '',
            $line['level'] ?? '',
            isset($line['value']) ? json_decode($line['value'], true, flags: JSON_THROW_ON_ERROR) : null,
            isset($line['before']) ? json_decode($line['before'], true, flags: JSON_THROW_ON_ERROR) : null,
        );
    }
}
