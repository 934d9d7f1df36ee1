<?php

/**
 * What happens when a value object is asked for a member that it lacks.
 */

declare(strict_types=1);

namespace Provost;

use LogicException;

/**
 * PHP answers null for a member that is not there, after a warning; "if (!$answer->refused)" would then hold for every
 * answer. Internal.
 */
trait Members
{
    /**
     * @throws LogicException always: it says what is meant
     */
    public function __get(string $name): never
    {
        $meant = method_exists($this, $name)
            ? "it is a method: write $name()"
            : 'its members are ' . implode(', ', array_keys(get_object_vars($this)));
        throw new LogicException(self::class . " has no member $name; $meant.");
    }
}
