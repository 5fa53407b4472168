#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/edge/edge_echo.h"
#include "tests/bench/edge/edge_streams.h"
#include "tests/bench/rows/board_stage.h"
#include "tests/bench/rows/can_move.h"
#include "tests/bench/rows/edge_move.h"
#include "tests/bench/rows/filtered_deals.h"
#include "tests/bench/rows/followed_move.h"
#include "tests/bench/rows/get_deal.h"
#include "tests/bench/rows/move_deal.h"
#include "tests/bench/rows/submit_inquiry.h"
#include "tests/bench/system/binary_log.h"
#include "tests/bench/system/board_fields.h"
#include "tests/bench/system/configuration.h"
#include "tests/bench/system/filter_indexes.h"
#include "tests/bench/system/filters.h"
#include "tests/bench/system/idle_services.h"
#include "tests/bench/system/idle_subscribers.h"
#include "tests/bench/system/known_clients.h"
#include "tests/bench/system/large_file.h"
#include "tests/bench/system/lateness.h"
#include "tests/bench/system/morning.h"
#include "tests/bench/system/neighbour.h"
#include "tests/bench/system/offers.h"
#include "tests/bench/system/overload.h"
#include "tests/bench/system/ruled_moves.h"
#include "tests/bench/system/scheduled_reminders.h"
#include "tests/bench/system/search.h"
#include "tests/bench/system/slow_readers.h"

namespace voronka::bench {
namespace {

template <class Row>
std::unique_ptr<MethodRow> Make() {
  return std::make_unique<Row>();
}

// Measured together, on the same data.
struct MethodEntry {
  std::string name;
  const char* what;
  std::unique_ptr<MethodRow> (*make)();
};

const MethodEntry kMethods[] = {
    {"move-deal", "MoveDeal in 1,000,000 deals, of 1,000 accounts and of one", Make<MoveDeal>},
    {"edge-move", "MoveDeal through the gateway, against gRPC directly", Make<EdgeMove>},
    {"followed-move", "MoveDeal while the other services follow, against crm_service alone", Make<FollowedMove>},
    {"submit-inquiry", "SubmitInquiry of new clients", Make<SubmitInquiry>},
    {"can-move", "CanMove, 30 fields and 10 rules", Make<CanMove>},
    {"get-deal", "GetDeal", Make<GetDeal>},
    {"board", "one stage of the board, 50 cards", Make<BoardStage>},
    {"filter", "FilterDeals, 50 deals, in 1,000,000 deals against 10,000", Make<FilteredDeals>},
};

// Each is measured on its own system.
struct SystemEntry {
  std::string name;
  const char* what;
  void (*measure)(Report& report);
};

const SystemEntry kSystems[] = {
    {"offers", "from an inquiry to its offer on a live stream, 200 inquiries a second", MeasureOffers},
    {"lateness", "of reclaims and of reminders, 1,000 due in one second, 1,000 live streams", MeasureLateness},
    {"morning", "of reminders, their pushes and 10 streams each: 1,000 in one second, 20,000 in ten", MeasureMorning},
    {"slow-readers", "news on 1,000 streams while one in ten does not read, against all read", MeasureSlowReaders},
    {"scheduled-reminders", "memory and start of the notifier with 1,000,000 of them", MeasureScheduledReminders},
    {"neighbour", "an account's calls beside another's flood", MeasureNeighbour},
    {"overload", "what is admitted where four times as much is asked for", MeasureOverload},
    {"configuration", "planning and applying a solution in 100,000 deals, and moves meanwhile", MeasureConfiguration},
    {"ruled-move", "MoveDeal with the rules of a solution and 30 fields, against none", MeasureRuledMoves},
    {"board-fields", "50 cards of a board with 5 fields of the account's own, against none", MeasureBoardFields},
    {"known-client", "SubmitInquiry of known clients among 1,000,000 contacts, against 10,000", MeasureKnownClients},
    {"large-file", "a file of 1 GB up and down, against a bare HTTP server", MeasureLargeFile},
    {"filter-indexes", "MoveDeal with the indexes of filters, against without them", MeasureFilterIndexes},
    {"filters", "1,000 drawn filters and orders in 1,000,000 deals and contacts, against 10,000", MeasureFilters},
    {"search", "three words as they are typed, in 1,000,000 deals, against 10,000", MeasureSearch},
    {"binlog", "MoveDeal with MariaDB's binary log, against without it", MeasureBinaryLog},
    {"edge-echo", "a call that costs nothing, through the gateway and through Node's Connect", MeasureEdgeEcho},
    {"edge-streams", "memory of a live stream in the gateway", MeasureEdgeStreams},
    {"idle-subscribers", "memory of a live stream", MeasureIdleSubscribers},
    {"idle-services", "memory of each service, and how soon it serves", MeasureIdleServices},
};

using Names = std::vector<std::string>;

bool IsAmong(const Names& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

Names AllRows() {
  Names names;
  for (const auto& entry : kMethods) names.push_back(entry.name);
  for (const auto& entry : kSystems) names.push_back(entry.name);
  return names;
}

void PrintHelp() {
  fmt::print(
      "Measures the services against the floor below which nothing can go, and prints a table.\n"
      "usage: tests/bench/run [ROW...]      all rows where none is named\n"
      "VORONKA_FILE_BYTES: of large-file, instead of 1,000,000,000\n");
  for (const auto& entry : kMethods) fmt::print("  {:18}{}\n", entry.name, entry.what);
  for (const auto& entry : kSystems) fmt::print("  {:18}{}\n", entry.name, entry.what);
}

void Measure(const Names& rows) {
  for (const auto& row : rows) {
    if (!IsAmong(AllRows(), row)) throw std::invalid_argument(row + " is no row; --help lists them");
  }
  Report report;
  std::vector<std::unique_ptr<MethodRow>> methods;
  for (const auto& entry : kMethods) {
    if (IsAmong(rows, entry.name)) methods.push_back(entry.make());
  }
  if (!methods.empty()) MeasureMethods(methods, report);
  for (const auto& entry : kSystems) {
    if (IsAmong(rows, entry.name)) entry.measure(report);
  }
  report.PrintTable();
}

void MeasureOrHelp(const Names& arguments) {
  if (IsAmong(arguments, "--help")) return PrintHelp();
  Measure(arguments.empty() ? AllRows() : arguments);
}

}  // namespace
}  // namespace voronka::bench

int main(int argc, char** argv) try {
  voronka::bench::MeasureOrHelp(std::vector<std::string>(argv + 1, argv + argc));
} catch (const std::exception& failure) {
  fmt::print(stderr, "{}\n", failure.what());
  return 1;
}
