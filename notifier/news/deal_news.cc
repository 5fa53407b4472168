#include "notifier/news/deal_news.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <string_view>
#include <utility>

#include "notifier/news/unsorted_news.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using crm::v1::TimelineEntry;
using google::protobuf::util::TimeUtil;
using v1::Notification;
using DealChange = events::ChangeTo<Deal>;

News About(const Deal& deal, const Event& event, Notification::Kind kind, int64_t user_id, std::string dedup_key) {
  return {.kind = kind,
          .user_id = user_id,
          .dedup_key = std::move(dedup_key),
          .due = TimeUtil::TimestampToMicroseconds(event.create_time()),
          .deal_id = deal.id(),
          .deal_name = deal.name().empty() ? ClientNameIn(event) : deal.name()};
}

// Says which offer by its deadline. `name` begins the key.
News AboutOffer(const Deal& deal, const Event& event, Notification::Kind kind, std::string_view name) {
  auto news = About(deal, event, kind, deal.responsible_user_id(),
                    fmt::format("{}/{}/{}", name, deal.id(), deal.offer_attempt()));
  news.deadline = TimeUtil::TimestampToMicroseconds(deal.offer_deadline());
  return news;
}

News Offered(const Deal& deal, const Event& event) {
  return AboutOffer(deal, event, Notification::KIND_OFFER, "offer");
}

News Escalated(const Deal& deal, const Event& event) {
  return About(deal, event, Notification::KIND_DEAL_ESCALATED, deal.responsible_user_id(),
               fmt::format("escalated/{}/{}", deal.id(), deal.epoch()));
}

News Lost(const Deal& before, const Event& event) {
  return AboutOffer(before, event, Notification::KIND_OFFER_LOST, "offer_lost");
}

News Assigned(const Deal& deal, const Event& event) {
  return About(deal, event, Notification::KIND_DEAL_ASSIGNED, deal.responsible_user_id(),
               fmt::format("assigned/{}/{}", deal.id(), deal.epoch()));
}

News PassedOn(const DealChange& change, const Event& event) {
  auto news = About(change.after, event, Notification::KIND_DEAL_PASSED_ON, change.before.responsible_user_id(),
                    fmt::format("passed_on/{}/{}", change.after.id(), change.after.epoch()));
  news.about_user_id = change.after.responsible_user_id();
  return news;
}

// Neither declined nor taken by the offeree: it was taken from them.
bool OffereeLostIt(const Event& event, const DealChange& change) {
  if (!change.before.has_offer_deadline()) return false;
  if (change.kind == ResourceChange::KIND_RECLAIMED) return true;
  const int64_t offeree = change.before.responsible_user_id();
  return change.kind == ResourceChange::KIND_REASSIGNED && offeree != change.after.responsible_user_id() &&
         offeree != event.actor_user_id();
}

// It was theirs for good, and they did not give it away themselves.
bool OwnerLostIt(const Event& event, const DealChange& change) {
  if (change.kind != ResourceChange::KIND_REASSIGNED || change.before.has_offer_deadline()) return false;
  const int64_t owner = change.before.responsible_user_id();
  return owner != 0 && owner != change.after.responsible_user_id() && owner != event.actor_user_id();
}

bool GivenByAnother(const Event& event, const DealChange& change) {
  if (change.kind != ResourceChange::KIND_REASSIGNED && change.kind != ResourceChange::KIND_CREATED) return false;
  const int64_t responsible = change.after.responsible_user_id();
  return responsible != 0 && responsible != event.actor_user_id();
}

// Somebody works with the other client, and does not hear of the inquiry anyway.
bool IsNewsTo(const crm::v1::OtherClient& other, const Deal& deal) {
  return other.manager_user_id() != 0 && other.manager_user_id() != deal.responsible_user_id();
}

// About the other client's own deal, where a note says more, or the one that the inquiry is in. Whoever does not see
// the latter is not told what the client says, nor who they are.
News OthersWrote(const crm::v1::OtherClient& other, const Deal& deal, const Event& event, const Inquiry& inquiry) {
  auto news = About(deal, event, Notification::KIND_CLIENT_WROTE, other.manager_user_id(),
                    fmt::format("inquiry/{}/{}", inquiry.id(), other.contact_id()));
  if (!other.hides_inquiry()) news.text = inquiry.text();
  if (other.deal_id() != 0) news.deal_id = other.deal_id();
  if (other.deal_id() != 0 || other.hides_inquiry()) news.deal_name.clear();
  return news;
}

// An inquiry has come to another deal. It is no news to whoever attached it, nor that it waits for anybody again.
std::vector<News> NewsOfAttached(const Event& event, const Inquiry& inquiry, const Deal& deal) {
  const int64_t responsible = deal.responsible_user_id();
  if (responsible == 0 || responsible == event.actor_user_id()) return {};
  auto news = About(deal, event, Notification::KIND_CLIENT_WROTE, responsible, fmt::format("inquiry/{}", inquiry.id()));
  news.text = inquiry.text();
  return {std::move(news)};
}

}  // namespace

std::string ClientNameIn(const Event& event) {
  crm::v1::Contact client;
  return event.change().subject().UnpackTo(&client) ? client.name() : "";
}

std::vector<News> NewsOfDeal(const Event& event, const DealChange& change) {
  std::vector<News> news;
  if (OffereeLostIt(event, change)) news.push_back(Lost(change.before, event));
  if (OwnerLostIt(event, change)) news.push_back(PassedOn(change, event));
  if (GivenByAnother(event, change)) news.push_back(Assigned(change.after, event));
  if (change.kind == ResourceChange::KIND_OFFERED) {
    news.push_back(change.after.has_offer_deadline() ? Offered(change.after, event) : Escalated(change.after, event));
  }
  return news;
}

std::vector<News> NewsOfInquiry(const Event& event, const Inquiry& inquiry) {
  std::vector<News> all;
  const auto deal = events::Unpacked<Deal>(event.change().subject());
  if (event.change().kind() == ResourceChange::KIND_UPDATED) return NewsOfAttached(event, inquiry, deal);
  if (inquiry.outcome() == Inquiry::OUTCOME_OPEN_DEAL) {
    all.push_back(About(deal, event, Notification::KIND_CLIENT_WROTE, deal.responsible_user_id(),
                        fmt::format("inquiry/{}", inquiry.id())));
    all.back().text = inquiry.text();
  }
  for (const auto& other : inquiry.other_clients().clients()) {
    if (IsNewsTo(other, deal)) all.push_back(OthersWrote(other, deal, event, inquiry));
  }
  return all;
}

std::vector<News> NewsOfTimeline(const Event& event, const TimelineEntry& entry) {
  const bool is_hidden_by_all = entry.kind() == TimelineEntry::KIND_UNSORTED_HIDDEN_BY_ALL;
  if (entry.kind() != TimelineEntry::KIND_LINKED_DEAL_CREATED && !is_hidden_by_all) return {};
  const auto deal = events::Unpacked<Deal>(event.change().subject());
  if (is_hidden_by_all) {
    return {NewsOfHiddenByAll(deal, TimeUtil::TimestampToMicroseconds(event.create_time()))};
  }
  const int64_t responsible = deal.responsible_user_id();
  if (responsible == 0 || responsible == event.actor_user_id() || responsible == entry.user_id()) return {};
  auto news =
      About(deal, event, Notification::KIND_DEAL_LINKED, responsible, fmt::format("linked/{}", entry.linked_deal_id()));
  news.text = entry.text();
  return {std::move(news)};
}

}  // namespace voronka::notifier
