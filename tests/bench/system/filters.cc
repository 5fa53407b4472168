#include "tests/bench/system/filters.h"

#include <fmt/format.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/bench/data/drawn_filters.h"
#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int64_t kMany = 1'000'000;
constexpr int64_t kFew = 10'000;
constexpr int kFilters = 1'000;
constexpr int kRounds = 3;
constexpr size_t kNamed = 5;
constexpr double kMostMillis = 100;
constexpr unsigned kUsualSeed = 20'261'201;

unsigned Seed() {
  const char* given = std::getenv("VORONKA_SEED");
  return given == nullptr ? kUsualSeed : static_cast<unsigned>(std::stoul(given));
}

template <class Response>
double MillisOf(client::Client& who, const google::protobuf::Message& request) {
  const auto begin = std::chrono::steady_clock::now();
  who.Call<Response>(request);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

template <class Request, class Response>
double MillisOfPage(client::Client& who, const DrawnFilter& filter) {
  Request request;
  *request.mutable_filter() = filter.condition;
  request.set_order_by(filter.order_by);
  return MillisOf<Response>(who, request);
}

template <class Request, class Response>
double MillisOfCount(client::Client& who, const DrawnFilter& filter) {
  Request request;
  *request.mutable_filter() = filter.condition;
  return MillisOf<Response>(who, request);
}

double TakeFirstPage(client::Client& who, const DrawnFilter& filter) {
  using namespace crm::v1;
  return filter.subject == FILTER_SUBJECT_DEALS
             ? MillisOfPage<FilterDealsRequest, FilterDealsResponse>(who, filter)
             : MillisOfPage<FilterContactsRequest, FilterContactsResponse>(who, filter);
}

double TakeCount(client::Client& who, const DrawnFilter& filter) {
  using namespace crm::v1;
  return filter.subject == FILTER_SUBJECT_DEALS
             ? MillisOfCount<CountDealsRequest, CountDealsResponse>(who, filter)
             : MillisOfCount<CountContactsRequest, CountContactsResponse>(who, filter);
}

using Taking = double (*)(client::Client& who, const DrawnFilter& filter);

// Of each filter, the median of the rounds.
std::vector<double> MedianMillis(client::Client& who, const std::vector<DrawnFilter>& filters, Taking take) {
  std::vector<std::vector<double>> rounds(filters.size());
  for (int round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < filters.size(); ++i) rounds[i].push_back(take(who, filters[i]));
  }
  std::vector<double> medians;
  for (const auto& of_one : rounds) medians.push_back(Percentile(of_one, 0.5));
  return medians;
}

std::string WordsOf(const DrawnFilter& filter) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string words;
  printer.PrintToString(filter.condition, &words);
  return fmt::format("{} by {}: {}", crm::v1::FilterSubject_Name(filter.subject), filter.order_by, words);
}

void NameTheSlowest(Report& report, const std::vector<DrawnFilter>& filters, const std::vector<double>& millis) {
  std::vector<size_t> slowest(filters.size());
  std::iota(slowest.begin(), slowest.end(), size_t{0});
  std::ranges::sort(slowest, [&](size_t a, size_t b) { return millis[a] > millis[b]; });
  slowest.resize(std::min(kNamed, slowest.size()));
  for (const size_t i : slowest) report.Tell("    {:.1f} ms: {}", millis[i], WordsOf(filters[i]));
}

std::string ReadableMillis(const std::vector<double>& millis) {
  return fmt::format("p50 {:.1f} ms, p99 {:.1f} ms, at most {:.0f} ms", Percentile(millis, 0.5),
                     Percentile(millis, 0.99), std::ranges::max(millis));
}

// An account with its filters.
struct Filtered {
  testing::Account& account;
  std::vector<DrawnFilter> filters;
};

void Compare(Report& report, const std::string& what, Filtered& many, Filtered& few, Taking take) {
  report.Tell("{}", what);
  const auto of_few = MedianMillis(few.account.manager(0), few.filters, take);
  const auto of_many = MedianMillis(many.account.manager(0), many.filters, take);
  NameTheSlowest(report, many.filters, of_many);
  const double p99 = Percentile(of_many, 0.99);
  report.Add({.what = what,
              .ours = ReadableMillis(of_many),
              .floor = ReadableMillis(of_few),
              .ratio = fmt::format("p99 {:.2f}×", p99 / Percentile(of_few, 0.99)),
              .goal = fmt::format("p99 ≤ {} ms", kMostMillis),
              .met = p99 <= kMostMillis});
}

}  // namespace

void MeasureFilters(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  testing::Account large(system, kManagersToFilterBy, 5min, testing::Queue::kWithoutQueue);
  testing::Account small(system, kManagersToFilterBy, 5min, testing::Queue::kWithoutQueue);
  FillToFilter(crm, large, kMany);
  FillToFilter(crm, small, kFew);
  const auto seed = Seed();
  Filtered many{large, DrawFilters(seed, kFilters, large, kMany)};
  Filtered few{small, DrawFilters(seed, kFilters, small, kFew)};
  const auto of_what = fmt::format("{} filters and orders (seed {}) in {} deals and as many contacts; floor: in {}",
                                   kFilters, seed, kMany, kFew);
  Compare(report, "first page of " + of_what, many, few, TakeFirstPage);
  Compare(report, "count and sum of " + of_what, many, few, TakeCount);
}

}  // namespace voronka::bench
