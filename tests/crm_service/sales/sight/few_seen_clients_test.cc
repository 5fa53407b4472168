// Clients of whoever sees few of many: each on one page, without a walk through the others.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/seen_list.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/filter.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

// Larger than the ids that the service gives.
constexpr int64_t kFirst = 1'000'000;

const auto& ItemsOf(const ListContactsResponse& response) { return response.contacts(); }
const auto& ItemsOf(const FilterContactsResponse& response) { return response.contacts(); }
const auto& ItemsOf(const ListCompaniesResponse& response) { return response.companies(); }
const auto& ItemsOf(const FilterCompaniesResponse& response) { return response.companies(); }

// The ids on all pages, in their order.
template <class Response, class Request>
std::vector<int64_t> IdsOnPages(client::Client& who, Request request) {
  std::vector<int64_t> ids;
  request.set_page_size(7);
  do {
    const auto response = who.Call<Response>(request);
    for (const auto& item : ItemsOf(response)) ids.push_back(item.id());
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  return ids;
}

template <class Request>
Request NewestFirst() {
  Request request;
  request.set_newest_first(true);
  return request;
}

template <class Request>
Request OrderedById() {
  Request request;
  request.set_order_by("id");
  return request;
}

// Rows of an account, written without the service.
class ManyClients {
 public:
  explicit ManyClients(const Office& office) : account_id_(office.account_id()) {}

  // `count` of them, with ids from `first`.
  void AddContacts(int64_t first, int count, int64_t responsible_user_id, int64_t company_id = 0) const {
    Crm().db().ExecuteUnprepared(fmt::format(
        "INSERT INTO contacts (account_id, id, name, responsible_user_id, company_id, create_time, update_time, etag) "
        "SELECT {}, {} + seq, 'Клиент', {}, {}, 1, 1, 1 FROM seq_0_to_{}",
        account_id_, first, responsible_user_id, company_id, count - 1));
  }
  void AddCompanies(int64_t first, int count, int64_t responsible_user_id) const {
    Crm().db().ExecuteUnprepared(fmt::format(
        "INSERT INTO companies (account_id, id, name, tax_number, site, address, responsible_user_id, create_time, "
        "update_time, etag) SELECT {}, {} + seq, 'Компания', '', '', '', {}, 1, 1, 1 FROM seq_0_to_{}",
        account_id_, first, responsible_user_id, count - 1));
  }
  // One of each contact from `contact_id` on, with the same ids as they.
  void AddDeals(int64_t contact_id, int count, int64_t responsible_user_id, int64_t company_id = 0) const {
    Crm().db().ExecuteUnprepared(fmt::format(
        "INSERT INTO deals (account_id, id, name, pipeline, stage, state, contact_id, company_id, responsible_user_id, "
        "offer_attempt, epoch, etag, client_manager_user_id, loss_reason, loss_comment, create_time, update_time, "
        "stage_enter_time) SELECT {0}, {1} + seq, 'Сделка', 'sales', 'new', 1, {1} + seq, {2}, {3}, 0, 1, 1, 0, '', "
        "'', 1, 1, 1 FROM seq_0_to_{4}",
        account_id_, contact_id, company_id, responsible_user_id, count - 1));
  }
  void AddParticipant(int64_t deal_id, int64_t contact_id) const {
    Crm().db().Execute(
        "INSERT IGNORE INTO deal_contacts (account_id, id, deal_id, contact_id, role, create_time, etag) "
        "VALUES (?, ?, ?, ?, '', 1, 1)",
        account_id_, deal_id * 1'000 + contact_id % 1'000, deal_id, contact_id);
  }

 private:
  const int64_t account_id_;
};

// A small account, made by chance, and who sees what there, decided without the code that is tested.
class Chance {
 public:
  Chance(const Office& office, int seed)
      : random_(seed), users_{0, office.anna_id(), office.boris_id(), office.galina_id()} {
    const ManyClients rows(office);
    for (int64_t id = kFirst; id < kFirst + 30; ++id) {
      companies_[id] = AnyUser();
      rows.AddCompanies(id, 1, companies_[id]);
    }
    for (int64_t id = kFirst; id < kFirst + 90; ++id) {
      contacts_.push_back({id, AnyUser(), AnyCompany()});
      rows.AddContacts(id, 1, contacts_.back().user, contacts_.back().company);
    }
    for (int64_t id = kFirst; id < kFirst + 45; ++id) {
      deals_.push_back({id, AnyUser(), AnyCompany()});
      rows.AddDeals(id, 1, deals_.back().user, deals_.back().company);
      if (id % 3 != 0) continue;
      others_.push_back({id, kFirst + Below(90)});
      rows.AddParticipant(others_.back().deal, others_.back().contact);
    }
  }

  // `users`: whose clients are seen. `and_nobodys`: also the deals that nobody has.
  std::vector<int64_t> ContactsSeenBy(const std::set<int64_t>& users, bool and_nobodys) const {
    std::vector<int64_t> seen;
    for (const auto& contact : contacts_) {
      bool is_in_deal = false;
      bool is_seen = users.contains(contact.user);
      for (const auto& deal : deals_) {
        if (deal.id != contact.id && !TakesPart(contact.id, deal.id)) continue;
        is_in_deal = true;
        is_seen |= IsSeen(deal.user, users, and_nobodys);
      }
      if (is_seen || (contact.user == 0 && !is_in_deal)) seen.push_back(contact.id);
    }
    return seen;
  }
  std::vector<int64_t> CompaniesSeenBy(const std::set<int64_t>& users, bool and_nobodys) const {
    std::vector<int64_t> seen;
    for (const auto& [id, user] : companies_) {
      bool is_in_deal = false;
      bool is_seen = users.contains(user);
      for (const auto& deal : deals_) {
        if (deal.company != id) continue;
        is_in_deal = true;
        is_seen |= IsSeen(deal.user, users, and_nobodys);
      }
      for (const auto& contact : contacts_) is_seen |= contact.company == id && users.contains(contact.user);
      if (is_seen || (user == 0 && !is_in_deal)) seen.push_back(id);
    }
    return seen;
  }

 private:
  // A contact, or a deal of the contact with the same id.
  struct Record {
    int64_t id;
    int64_t user;
    int64_t company;
  };
  struct Other {
    int64_t deal;
    int64_t contact;
  };

  static bool IsSeen(int64_t user, const std::set<int64_t>& users, bool and_nobodys) {
    return users.contains(user) || (and_nobodys && user == 0);
  }
  bool TakesPart(int64_t contact, int64_t deal) const {
    return std::ranges::any_of(others_,
                               [&](const Other& other) { return other.deal == deal && other.contact == contact; });
  }
  int64_t Below(int64_t end) { return std::uniform_int_distribution<int64_t>(0, end - 1)(random_); }
  int64_t AnyUser() { return users_[Below(static_cast<int64_t>(users_.size()))]; }
  int64_t AnyCompany() { return Below(2) == 0 ? 0 : kFirst + Below(30); }

  std::minstd_rand random_;
  const std::vector<int64_t> users_;
  std::map<int64_t, int64_t> companies_;
  std::vector<Record> contacts_;
  std::vector<Record> deals_;
  std::vector<Other> others_;
};

std::vector<int64_t> Reversed(std::vector<int64_t> ids) {
  std::ranges::reverse(ids);
  return ids;
}

void ExpectSeen(client::Client& who, const std::vector<int64_t>& contacts, const std::vector<int64_t>& companies) {
  EXPECT_THAT(IdsOnPages<ListContactsResponse>(who, ListContactsRequest()), ElementsAreArray(contacts));
  EXPECT_THAT(IdsOnPages<ListContactsResponse>(who, NewestFirst<ListContactsRequest>()),
              ElementsAreArray(Reversed(contacts)));
  EXPECT_THAT(IdsOnPages<FilterContactsResponse>(who, OrderedById<FilterContactsRequest>()),
              ElementsAreArray(contacts));
  EXPECT_THAT(IdsOnPages<ListCompaniesResponse>(who, ListCompaniesRequest()), ElementsAreArray(companies));
  EXPECT_THAT(IdsOnPages<ListCompaniesResponse>(who, NewestFirst<ListCompaniesRequest>()),
              ElementsAreArray(Reversed(companies)));
  EXPECT_THAT(IdsOnPages<FilterCompaniesResponse>(who, OrderedById<FilterCompaniesRequest>()),
              ElementsAreArray(companies));
}

TEST(FewSeenClients, AreThoseOfOnesOwnAndOfOnesTeam) {
  for (int seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(seed);
    Office office;
    MakeTeam(office, {office.anna_id(), office.boris_id()});
    auto anna = Crm().User(office.anna_user.login());
    const Chance chance(office, seed);
    LimitManagers(office, READ_SCOPE_OWN);
    const std::set<int64_t> own{office.anna_id()};
    ExpectSeen(anna, chance.ContactsSeenBy(own, false), chance.CompaniesSeenBy(own, false));
    LimitManagers(office, READ_SCOPE_TEAM);
    const std::set<int64_t> team{office.anna_id(), office.boris_id()};
    ExpectSeen(anna, chance.ContactsSeenBy(team, true), chance.CompaniesSeenBy(team, true));
  }
}

// How many rows of tables and indexes this connection has read.
int64_t RowsRead() {
  int64_t rows = 0;
  for (const auto& row : Crm().db().Query("SHOW SESSION STATUS LIKE 'Handler_read%'")) rows += std::stoll(row.Text(1));
  return rows;
}

class FewAmongMany : public ::testing::Test {
 protected:
  static constexpr int kOthers = 12'000;

  FewAmongMany() {
    rows_.AddContacts(kFirst, kOthers, office_.boris_id());
    rows_.AddContacts(2 * kFirst, 300, 0);
    rows_.AddDeals(2 * kFirst, 300, office_.boris_id());
    rows_.AddCompanies(kFirst, kOthers, office_.boris_id());
    LimitManagers(office_, READ_SCOPE_OWN);
  }

  crm::SeenPage FirstPage(Entity kind) const {
    rpc::Caller caller;
    caller.account_id = office_.account_id();
    caller.user_id = office_.anna_id();
    caller.role = office_.anna_user.role();
    const crm::SeenClients seen(Crm().db(), caller, kind);
    const auto page = crm::ListSeen(Crm().db(), seen, {std::numeric_limits<int64_t>::max(), 51, true});
    EXPECT_TRUE(page);
    return page.value_or(crm::SeenPage());
  }

  Office office_;
  const int64_t contact_ = office_.anna.Call<Contact>(NewContact("Пётр")).id();
  const int64_t company_ = [this] {
    CreateCompanyRequest create;
    create.mutable_company()->set_name("ООО «Ромашка»");
    return office_.anna.Call<Company>(create).id();
  }();
  const ManyClients rows_{office_};
};

TEST_F(FewAmongMany, AreListedWithoutReadingTheOthers) {
  for (const auto& [kind, id] : {std::pair(ENTITY_CONTACT, contact_), std::pair(ENTITY_COMPANY, company_)}) {
    const int64_t before = RowsRead();
    const auto page = FirstPage(kind);
    EXPECT_LT(RowsRead() - before, kOthers / 3);
    EXPECT_THAT(page.ids, ElementsAre(id));
    EXPECT_FALSE(page.next);
  }
}

TEST_F(FewAmongMany, AreOnTheFirstPageOfAFilter) {
  const auto contacts = office_.anna.Call<FilterContactsResponse>(FilterContactsRequest());
  ASSERT_EQ(contacts.contacts_size(), 1) << "they are older than the 5,000 that a walk would read";
  EXPECT_EQ(contacts.contacts(0).id(), contact_);
  EXPECT_EQ(contacts.next_page_token(), "");
  const auto companies = office_.anna.Call<FilterCompaniesResponse>(FilterCompaniesRequest());
  ASSERT_EQ(companies.companies_size(), 1);
  EXPECT_EQ(companies.companies(0).id(), company_);
  EXPECT_EQ(companies.next_page_token(), "");
}

TEST_F(FewAmongMany, ComeAfterAnEmptyPageIfTooManyNobodysAreInOthersDeals) {
  constexpr int kNobodys = crm::kMostFreeRead + 100;
  rows_.AddContacts(3 * kFirst, kNobodys, 0);
  rows_.AddDeals(3 * kFirst, kNobodys, office_.boris_id());
  auto request = NewestFirst<ListContactsRequest>();
  const auto first = office_.anna.Call<ListContactsResponse>(request);
  EXPECT_THAT(first.contacts(), IsEmpty());
  EXPECT_NE(first.next_page_token(), "");
  EXPECT_THAT(IdsOnPages<ListContactsResponse>(office_.anna, request), ElementsAre(contact_));
}

// More of them than a page has: a merge could miss references until clients were held for them.
TEST_F(FewAmongMany, ComeAfterThoseWhoWereMergedButAreInDealsStill) {
  rows_.AddDeals(3 * kFirst, 20, office_.anna_id());
  EXPECT_THAT(IdsOnPages<ListContactsResponse>(office_.anna, NewestFirst<ListContactsRequest>()),
              ElementsAre(contact_));
}

}  // namespace
}  // namespace voronka::testing
