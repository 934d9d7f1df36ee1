<?php

/**
 * Sessions, whole-file imports, and the lives of engines and sessions.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Engine;
use Provost\Exception\InvalidException;
use Provost\Exception\NotFoundException;

final class SessionTest extends TestCase
{
    private const LEARNERS = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n"
        . "cleo,Cleo,Ng,2005-01-02,,F,3000,,,C1\n"
        . "dan,Dan,Roe,2005-13-02,,M,3000,,,D1\n"
        . "eve,Eve,Okoye,2004-02-29,,F,3000,,,E1\n";

    private const IMPORT = ['session' => 'import', 'preset' => 'learners', 'zone' => 'UTC'];

    public function testAnImportInPieces(): void
    {
        $engine = Engine::open(':memory:', now: Story::NOW);
        $session = $engine->session(self::IMPORT + ['file' => 'l.csv']);
        $problems = '';
        foreach (str_split(self::LEARNERS, 7) as $piece) {
            $session->feed($piece);
            foreach ($session->take() as $stream => $bytes) {
                $problems .= "$stream: $bytes";
            }
        }
        $summary = $session->finish();
        foreach ($session->take() as $stream => $bytes) {
            $problems .= "$stream: $bytes";
        }
        $this->assertSame("problems: l.csv,3,date.malformed\n", $problems);
        $this->assertSame([3, 2, 1], [$summary['rows'], $summary['created'], $summary['rejected']]);
        $this->assertSame(['cleo', 'eve'], array_column(iterator_to_array($engine->find('learner')), 'login'));
    }

    public function testAFileIsImported(): void
    {
        $path = $this->folder() . '/learners.csv';
        file_put_contents($path, self::LEARNERS);
        $engine = Engine::open(':memory:', now: Story::NOW);
        $report = $engine->importFile($path, 'learners', 'Australia/Melbourne', detail: 'reason');
        $this->assertSame([3, 2, 0, 0, 1], [$report->rows, $report->created, $report->updated, $report->unchanged,
            $report->rejected]);
        $this->assertSame([['file' => 'learners.csv', 'line' => 3, 'problem' => 'date.malformed']], $report->problems);
        $this->assertSame(hash('sha256', self::LEARNERS), $report->input);
        $this->assertTrue(array_is_list($report->explanations));
        $this->assertSame(2, $engine->importFile($path, 'learners', 'Australia/Melbourne')->unchanged);
        $missing = fn () => $engine->importFile("$path.none", 'learners', 'UTC');
        $this->assertThrows(NotFoundException::class, 'x-file.missing', $missing);
    }

    public function testASessionIsBegunByName(): void
    {
        $engine = Engine::open(':memory:', now: Story::NOW);
        $options = ['submittedOn' => '2026-12-01', 'recorded' => '2026-12-01T09:00+11:00'];
        $named = $engine->session('statutory', ...$options, collectionYear: 2026);
        $array = $engine->session(['session' => 'statutory', 'collection_year' => 2026, 'submitted_on' => '2026-12-01',
            'recorded' => '2026-12-01T09:00+11:00']);
        foreach ([$named, $array] as $run) {
            $this->assertTrue(iterator_to_array($run->take(), false) !== []);
        }
        $this->assertSame($array->finish(), $named->finish());
        $this->assertThrows(InvalidException::class, 'choice.unknown', fn () => $engine->session('lms.none'));
    }

    public function testAReportIsGoneThroughLineByLine(): void
    {
        $engine = Story::engine();
        $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $lines = iterator_to_array($engine->report('participants', course: 'COOK-1'), false);
        $this->assertSame(['ana'], array_column($lines, 'login'));
        $this->assertSame('registered', $lines[0]['state']);
        $this->assertThrows(InvalidException::class, 'choice.unknown', fn () => $engine->report('shoes')->current());
    }

    public function testWhatWasClosedIsClosed(): void
    {
        $engine = Story::engine();
        $session = $engine->session(self::IMPORT);
        $other = $engine->session(self::IMPORT);
        $other->close();
        $other->close();
        $this->assertThrows(InvalidException::class, 'handle.closed', fn () => $other->feed(self::LEARNERS));
        $engine->close();
        $engine->close();
        $this->assertThrows(InvalidException::class, 'handle.closed', fn () => $engine->journal());
        $this->assertThrows(InvalidException::class, 'handle.closed', fn () => $session->feed(self::LEARNERS));
    }

    public function testASessionKeepsItsEngine(): void
    {
        $session = Story::engine()->session(self::IMPORT);
        $session->feed(self::LEARNERS);
        $this->assertSame(2, $session->finish()['created']);
    }

    public function testAnEngineDoesNotSurviveAFork(): void
    {
        $engine = Story::engine($this->folder() . '/term.db');
        $child = pcntl_fork();
        if ($child === 0) {
            $status = 1;
            try {
                $engine->journal();
            } catch (InvalidException $error) {
                $status = $error->errorCode === 'handle.forked' ? 42 : 2;
            }
            unset($engine);
            // No destructors of the parent's objects, no end of the test run.
            posix_kill(getmypid(), $status === 42 ? SIGUSR1 : SIGUSR2);
        }
        pcntl_waitpid($child, $status);
        $this->assertSame(SIGUSR1, pcntl_wtermsig($status));
        $this->assertSame(8, $engine->journal()->entries);
    }

    public function testNothingIsLeftBehind(): void
    {
        $round = function (): void {
            $engine = Story::engine();
            $engine->session(self::IMPORT)->feed(self::LEARNERS);
            for ($i = 0; $i < 20; ++$i) {
                $engine->register('ana', 'COOK-1', effective: Story::ENROLLED, detail: 'full');
                $this->assertThrows(NotFoundException::class, 'kind.unknown', fn () => $engine->get('dish', 1));
            }
        };
        for ($i = 0; $i < 10; ++$i) {
            $round();
        }
        $before = self::residentKilobytes();
        for ($i = 0; $i < 60; ++$i) {
            $round();
        }
        $grown = self::residentKilobytes() - $before;
        $this->assertTrue($grown < 4096, "grown by $grown KB");
    }

    private static function residentKilobytes(): int
    {
        preg_match('/^VmRSS:\s+(\d+) kB/m', file_get_contents('/proc/self/status'), $found);
        return (int) $found[1];
    }
}
