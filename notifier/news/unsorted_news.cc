#include "notifier/news/unsorted_news.h"

#include <fmt/format.h>

#include <string_view>

namespace voronka::notifier {
namespace {

News OfNobodys(const crm::v1::Deal& deal, v1::Notification::Kind kind, std::string_view key, int64_t at) {
  return {.kind = kind,
          .user_id = 0,
          .dedup_key = fmt::format("{}/{}/{}", key, deal.id(), deal.epoch()),
          .due = at,
          .deal_id = deal.id(),
          .deal_name = deal.name()};
}

}  // namespace

News NewsOfUnsorted(const crm::v1::Deal& deal, int64_t at) {
  return OfNobodys(deal, v1::Notification::KIND_UNSORTED_OVERDUE, "unsorted", at);
}

News NewsOfHiddenByAll(const crm::v1::Deal& deal, int64_t at) {
  return OfNobodys(deal, v1::Notification::KIND_UNSORTED_HIDDEN_BY_ALL, "unsorted_hidden", at);
}

}  // namespace voronka::notifier
