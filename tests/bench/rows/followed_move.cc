#include "tests/bench/rows/followed_move.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight = 64;
constexpr Goal kGoal{.share = 0.9};
constexpr double kMostTransactions = 0.01;

int64_t Commits(storage::Connection& db) { return db.Query("SHOW GLOBAL STATUS LIKE 'Com_commit'").at(0).Int(1); }

double CommitsPerCall(const Contender& contender, const Load& load, storage::Connection& db) {
  int64_t before = 0;
  int64_t after = 0;
  const auto throughput = contender.run(
      contender.address, load, {.in_flight = kInFlight}, [&] { before = Commits(db); }, [&] { after = Commits(db); });
  return static_cast<double>(after - before) / static_cast<double>(throughput.took.size());
}

}  // namespace

void FollowedMove::Measure(const Contest& contest, Report& report) {
  // One for all that is measured in an account: it knows where the deals stand.
  Moves of_one(contest.workbench, kOneAccount);
  Moves of_many(contest.workbench, kThousandAccounts);
  MeasureRate(of_one, "1 account", contest, report);
  MeasureRate(of_many, "1,000 accounts", contest, report);
  MeasureTransactions(of_one, contest, report);
}

void FollowedMove::MeasureRate(Moves& moves, const std::string& where, const Contest& contest, Report& report) const {
  const auto what = fmt::format("`MoveDeal`, {}, distribution and notifier follow; floor: without them", where);
  const Load load = moves.Of(method(), kInFlight);
  const auto figures =
      report.Measure(what, {{contest.workbench.Followed(), load}, {contest.ours, load}}, {.in_flight = kInFlight});
  report.Compare(what, figures[0], figures[1], kGoal);
}

void FollowedMove::MeasureTransactions(Moves& moves, const Contest& contest, Report& report) const {
  const Load load = moves.Of(method(), kInFlight);
  auto& db = contest.workbench.db();
  const double alone = CommitsPerCall(contest.ours, load, db);
  const double followed = CommitsPerCall(contest.workbench.Followed(), load, db);
  report.Add({.what = "transactions of followers for a move that concerns neither",
              .ours = fmt::format("{:.3f} commits a move", followed),
              .floor = fmt::format("{:.3f}", alone),
              .ratio = fmt::format("{:+.4f}", followed - alone),
              .goal = fmt::format("≤ {:+}", kMostTransactions),
              .met = followed - alone <= kMostTransactions});
}

}  // namespace voronka::bench
