#include "demo/story/cast.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "demo/people/all_pages.h"
#include "demo/people/login.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::demo {
namespace {

std::map<int64_t, std::string> NamesInAccount(client::Client& reader) {
  std::map<int64_t, std::string> names;
  ForEachPage<crm::v1::ListUsersResponse>(reader, crm::v1::ListUsersRequest(), [&](const auto& page) {
    for (const crm::v1::User& user : page.users()) names.emplace(user.id(), user.display_name());
  });
  return names;
}

}  // namespace

Cast::Player::Player(const client::Channels& channels, std::unique_ptr<client::UserSession> session,
                     const std::string& locale, Arrivals& arrivals)
    : user_id(session->tokens().user().id()), client(channels, std::move(session)) {
  client.SetLocale(locale);
  stream.emplace(client, user_id, arrivals);
}

Cast::Cast(const client::Channels& channels, const process::Clock& clock, const std::string& locale)
    : site_(channels, LogIn(channels, clock, account_.LoginOf(kAdmin))), names_(NamesInAccount(site_)) {
  site_.SetLocale(locale);
  for (const DemoPerson& manager : kManagers) manager_ids_.push_back(Enter(channels, clock, manager, locale));
  head_id_ = Enter(channels, clock, kHeadOfSales, locale);
}

int64_t Cast::Enter(const client::Channels& channels, const process::Clock& clock, const DemoPerson& person,
                    const std::string& locale) {
  auto session = LogIn(channels, clock, account_.LoginOf(person));
  const int64_t user_id = session->tokens().user().id();
  players_.try_emplace(user_id, channels, std::move(session), locale, arrivals_);
  return user_id;
}

void Cast::AwaitStreams(const Patience& patience) const {
  const auto answered = [](const auto& entry) { return entry.second.stream->following(); };
  patience.Await([&] { return std::ranges::all_of(players_, answered) || !StreamFailures().empty(); });
  if (std::ranges::all_of(players_, answered)) return;
  throw std::runtime_error(fmt::format("no live streams: {}", fmt::join(StreamFailures(), "; ")));
}

int Cast::StreamResumptions() const {
  int resumptions = 0;
  for (const auto& [user_id, player] : players_) resumptions += player.stream->resumptions();
  return resumptions;
}

std::vector<std::string> Cast::StreamFailures() const {
  std::vector<std::string> failures;
  for (const auto& [user_id, player] : players_)
    if (const auto failure = player.stream->failure()) failures.push_back(Name(user_id) + ": " + *failure);
  return failures;
}

std::vector<int64_t> Cast::UserIds() const {
  std::vector<int64_t> ids;
  for (const auto& [user_id, player] : players_) ids.push_back(user_id);
  return ids;
}

std::string Cast::Name(int64_t user_id) const {
  const auto found = names_.find(user_id);
  return found == names_.end() ? std::string() : found->second;
}

}  // namespace voronka::demo
