#include "crm_service/sales/pipelines/deal_count.h"

#include <string>

namespace voronka::crm {
namespace {

// A word as Russian counts it: 1 сделка, 2 сделки, 5 сделок.
struct Counted {
  const char* one;
  const char* few;
  const char* many;
};

constexpr Counted kDeals = {"сделка", "сделки", "сделок"};
constexpr Counted kOpen = {"открытая", "открытые", "открытых"};
constexpr Counted kClosed = {"закрытая", "закрытые", "закрытых"};

std::string InRussian(int64_t count, const Counted& word) {
  const bool teens = count % 100 >= 11 && count % 100 <= 14;
  const int64_t last = teens ? 0 : count % 10;
  return std::to_string(count) + " " + (last == 1 ? word.one : last >= 2 && last <= 4 ? word.few : word.many);
}

std::string InEnglish(int64_t count) { return std::to_string(count) + (count == 1 ? " deal" : " deals"); }

}  // namespace

rpc::Text DealCount(int64_t open, int64_t closed) {
  const int64_t all = open + closed;
  const rpc::Text count = {InEnglish(all), InRussian(all, kDeals)};
  if (open != 0 && closed != 0) {
    return {count.en + ": " + std::to_string(open) + " open and " + std::to_string(closed) + " closed",
            count.ru + ": " + InRussian(open, kOpen) + " и " + InRussian(closed, kClosed)};
  }
  const rpc::Text state = open != 0 ? rpc::Text{"open", "открыты"} : rpc::Text{"closed", "закрыты"};
  if (all == 1) return {count.en + ", " + state.en, count.ru + ", " + (open != 0 ? kOpen : kClosed).one};
  return {count.en + ", all " + state.en, count.ru + ", все " + state.ru};
}

}  // namespace voronka::crm
