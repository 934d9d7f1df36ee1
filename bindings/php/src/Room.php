<?php

/**
 * The verbs of one room as methods.
 */

declare(strict_types=1);

namespace Provost;

/**
 * What $engine->registration is: each verb of that room is a method, with named arguments. Names may be written as PHP
 * writes them: registerLearner(dueAt: ...) is the verb register_learner with its member due_at. What stands in an array
 * is a document, whose members are spelt as documents spell them: residence: ['street_name' => ...]. The classes in
 * Provost\Rooms tell each verb's arguments. Since 0.1.
 */
readonly class Room
{
    /** @internal Engine makes it. */
    public function __construct(private Engine $engine, private string $name)
    {
    }

    /**
     * Carries out a verb of this room.
     *
     * @param array<array-key, mixed> $arguments members of the request
     * @throws Exception\ProvostException verb.unknown; see Engine::run()
     */
    public function __call(string $method, array $arguments): Answer
    {
        $verb = $this->name . '.' . Document::snake($method);
        return $this->engine->run(['verb' => $verb] + Document::members($arguments));
    }
}
