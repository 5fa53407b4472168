// Random histories of merges, their undos in any order, and ordinary work in between: every link is where a model of a
// few lines says that it is.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "tests/crm_service/clients/merges/merge_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

constexpr int kContacts = 5;
constexpr int kSteps = 40;
constexpr int kHistories = 2;

struct DoneMerge {
  int64_t survivor = 0;
  int64_t merged = 0;
  // What it moved.
  std::set<int64_t> deals;
  std::set<std::string> phones;
  bool is_undone = false;
};

class History {
 public:
  explicit History(int seed) : random_(static_cast<std::mt19937::result_type>(seed)) {
    for (int i = 0; i < kContacts; ++i) {
      const auto phone = fmt::format("+7916000{:02}{:02}", seed % 100, i);
      const auto made = office_.anna.Call<Contact>(NewContact(fmt::format("Контакт {}", i), phone));
      alive_.insert(made.id());
      phones_[phone] = made.id();
    }
  }

  void Step() {
    switch (Throw(4)) {
      case 0:
        return AddDeal();
      case 1:
        return MoveDeal();
      case 2:
        return Unite();
      default:
        return Undo();
    }
  }

  void Check() {
    for (const auto& [deal, contact] : deals_) ASSERT_EQ(office_.Find(deal).contact_id(), contact) << deal;
    for (const auto& [phone, contact] : phones_) ASSERT_EQ(OwnerOf(phone), contact) << phone;
    std::set<int64_t> listed;
    const auto all = office_.anna.Call<ListContactsResponse>(ListContactsRequest());
    for (const auto& contact : all.contacts()) listed.insert(contact.id());
    ASSERT_EQ(listed, alive_);
  }

 private:
  int Throw(size_t sides) { return std::uniform_int_distribution<int>(0, static_cast<int>(sides) - 1)(random_); }
  template <class Items>
  auto& AnyOf(Items& items) {
    return *std::next(items.begin(), Throw(items.size()));
  }

  int64_t OwnerOf(const std::string& phone) {
    ListContactsRequest request;
    request.set_phone(phone);
    const auto found = office_.anna.Call<ListContactsResponse>(request);
    return found.contacts().empty() ? 0 : found.contacts(0).id();
  }

  void AddDeal() {
    const int64_t contact = AnyOf(alive_);
    deals_[office_.anna.Call<Deal>(DealWith(contact)).id()] = contact;
  }

  void MoveDeal() {
    if (deals_.empty()) return;
    auto& [deal, contact] = AnyOf(deals_);
    contact = AnyOf(alive_);
    UpdateDealRequest request;
    request.set_deal_id(deal);
    request.mutable_deal()->set_contact_id(contact);
    office_.anna.Call<Deal>(request);
  }

  void Unite() {
    DoneMerge done{.survivor = AnyOf(alive_), .merged = AnyOf(alive_), .deals = {}, .phones = {}};
    if (done.survivor == done.merged) return;
    const auto merge = office_.anna.Call<Merge>(Merging(done.survivor, done.merged));
    alive_.erase(done.merged);
    Pass(deals_, done.merged, done.survivor, done.deals);
    Pass(phones_, done.merged, done.survivor, done.phones);
    merges_[merge.id()] = done;
  }

  // Notes in `passed` what led to `from`.
  template <class Key>
  static void Pass(std::map<Key, int64_t>& links, int64_t from, int64_t to, std::set<Key>& passed) {
    for (auto& [key, contact] : links) {
      if (contact != from) continue;
      contact = to;
      passed.insert(key);
    }
  }

  template <class Key>
  static void PassBack(std::map<Key, int64_t>& links, const DoneMerge& done, const std::set<Key>& passed) {
    for (const auto& key : passed) {
      if (links.at(key) == done.survivor) links.at(key) = done.merged;
    }
  }

  void Undo() {
    if (merges_.empty()) return;
    auto& [id, done] = AnyOf(merges_);
    if (done.is_undone || !alive_.contains(done.survivor)) {
      const auto reason = FailureOf(office_.anna, Undoing(id)).reason();
      ASSERT_EQ(reason, done.is_undone ? "ALREADY_UNDONE" : "SURVIVOR_MERGED");
      return;
    }
    office_.anna.Call<UndoMergeResponse>(Undoing(id));
    done.is_undone = true;
    alive_.insert(done.merged);
    PassBack(deals_, done, done.deals);
    PassBack(phones_, done, done.phones);
  }

  std::mt19937 random_;
  Office office_;
  std::set<int64_t> alive_;
  // To whom they lead.
  std::map<int64_t, int64_t> deals_;
  std::map<std::string, int64_t> phones_;
  std::map<int64_t, DoneMerge> merges_;
};

TEST(RandomMerges, LeaveEveryLinkWhereItBelongs) {
  for (int seed = 1; seed <= kHistories; ++seed) {
    SCOPED_TRACE(seed);
    History history(seed);
    for (int step = 0; step < kSteps; ++step) {
      SCOPED_TRACE(step);
      history.Step();
      history.Check();
      if (::testing::Test::HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace voronka::testing
