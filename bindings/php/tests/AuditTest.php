<?php

/**
 * The audits: nothing wrong in what the library wrote, and what another hand wrote is found.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Engine;
use Provost\Exception\InvalidException;
use Provost\Exception\StorageException;
use Provost\Finding;
use Provost\JournalPosition;

final class AuditTest extends TestCase
{
    public function testWhatTheLibraryWroteIsClean(): void
    {
        $engine = Story::engine();
        $anchor = $engine->journal();
        $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $report = $engine->verify($anchor);
        $this->assertSame([true, true, 9], [$report->clean(), $report->anchored, $report->entries]);
        $this->assertSame([[], 0], [$report->findings, $report->unlisted]);
        $now = $engine->journal();
        $this->assertSame([$now->state, $now->chain], [$report->state, $report->chain]);
        $this->assertSame(false, $engine->verify()->anchored);
        $empty = Engine::open(':memory:')->verify();
        $this->assertSame([0, '', true], [$empty->entries, $empty->chain, $empty->clean()]);
    }

    public function testAnAnchorThatTheJournalDoesNotHoldIsFound(): void
    {
        $engine = Story::engine();
        $report = $engine->verify(new JournalPosition(8, '', str_repeat('0', 64)));
        $this->assertSame([false, false], [$report->clean(), $report->anchored]);
        $this->assertSame('audit.anchor-missing', $report->findings[0]->code);
    }

    public function testAnotherHandIsFound(): void
    {
        $path = $this->folder() . '/term.db';
        $engine = Story::engine($path);
        $answer = $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        unset($engine);
        $this->edit($path, 'UPDATE enrolment SET state=7');
        $finding = new Finding('audit.record-differs', 'enrolment', $answer->id, 9);
        $this->assertSame(get_object_vars($finding), get_object_vars(Engine::open($path)->verify()->findings[0]));
        $this->edit($path, "UPDATE journal_entry SET actor='x' WHERE id=3");
        $again = fn () => Engine::open($path)->rejudge();
        $this->assertThrows(StorageException::class, 'audit.entry-changed', $again);
    }

    public function testRecordedRequestsAreJudgedAgain(): void
    {
        $engine = Story::engine();
        $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $report = $engine->rejudge();
        $this->assertSame([9, 7, []], [$report->entries, $report->judged, $report->differences]);
        $this->assertSame(['personal' => 2], $report->skipped);
    }

    public function testARebuiltStoreIsTheSameAndGoesOn(): void
    {
        $engine = Story::engine();
        $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $path = $this->folder() . '/again.db';
        $again = Engine::open($path, now: Story::NOW);
        $engine->rebuild($again);
        $this->assertSame(get_object_vars($engine->journal()), get_object_vars($again->journal()));
        $this->assertSame(iterator_to_array($engine->find('enrolment')), iterator_to_array($again->find('enrolment')));
        $this->assertSame('accepted', $again->define('subject', ['code' => 'LATER'])->verdict);
        $this->assertTrue($again->verify()->clean());
        foreach ([$again, $engine, Engine::open(':memory:', secret: 'another')] as $unfit) {
            $rebuild = fn () => $engine->rebuild($unfit);
            $this->assertThrows(InvalidException::class, 'argument.invalid', $rebuild);
        }
        $again->close();
        $this->assertThrows(InvalidException::class, 'handle.closed', fn () => $engine->rebuild($again));
    }

    // Changes the file with another tool.
    private function edit(string $path, string $statement): void
    {
        [$status, , $errors] = $this->execute(['python3', '-c',
            'import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute(sys.argv[2]); base.commit()',
            $path, $statement]);
        $empty = Engine::open(':memory:')->verify();
        $this->assertSame([0, '', true], [$empty->entries, $empty->chain, $empty->clean()]);
    }
}
