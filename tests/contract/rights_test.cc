// Who may call what, derived from the access option of each method.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "foundation/rpc/calls/audience.h"
#include "tests/contract/passes.h"
#include "tests/contract/premises.h"

namespace voronka::testing {
namespace {

using grpc::StatusCode;
using options::v1::Role;

constexpr Role kPersons[] = {options::v1::ROLE_MANAGER, options::v1::ROLE_HEAD_OF_SALES, options::v1::ROLE_DIRECTOR,
                             options::v1::ROLE_ADMIN};
constexpr const char* kServices[] = {"distribution", "notifier", "operator", "intake", "gateway"};

class Rights : public ::testing::TestWithParam<const Method*> {
 protected:
  Rights() : premises_(SharedPremises()), account_id_(premises_.ours.account().id()), passes_(system(), account_id_) {}

  const System& system() const { return premises_.system; }
  const options::v1::Access& access() const { return AccessOf(*GetParam()); }
  const Passes& passes() const { return passes_; }
  int64_t account_id() const { return account_id_; }

  bool MayCall(Role role) const { return access().public_() || rpc::Includes(access().audience(), role); }
  bool ServiceMayCall(const std::string& name) const {
    const auto& named = access().services();
    return access().public_() || std::ranges::find(named, name) != named.end();
  }

  // With an empty request, because the caller is checked before the request.
  Answer Ask(const client::Metadata& pass) const { return premises_.Send(*GetParam(), "", pass).get(); }

  void ExpectUnauthenticated(const client::Metadata& pass, const std::string& who) const {
    if (access().public_()) return ExpectAdmitted(pass, who);
    const Answer answer = Ask(pass);
    EXPECT_EQ(answer.code(), StatusCode::UNAUTHENTICATED) << who << ": " << answer.Told();
  }
  void ExpectForbidden(const client::Metadata& pass, const std::string& who) const {
    const Answer answer = Ask(pass);
    EXPECT_EQ(answer.code(), StatusCode::PERMISSION_DENIED) << who << ": " << answer.Told();
  }
  void ExpectAdmitted(const client::Metadata& pass, const std::string& who) const {
    const Answer answer = Ask(pass);
    for (const StatusCode code : {StatusCode::UNAUTHENTICATED, StatusCode::PERMISSION_DENIED, StatusCode::INTERNAL,
                                  StatusCode::UNKNOWN, StatusCode::UNIMPLEMENTED}) {
      EXPECT_NE(answer.code(), code) << who << ": " << answer.Told();
    }
    EXPECT_NE(answer.reason(), "ACCOUNT_REQUIRED") << who;
  }
  void ExpectAdmittedIf(bool may, const client::Metadata& pass, const std::string& who) const {
    may ? ExpectAdmitted(pass, who) : ExpectForbidden(pass, who);
  }

 private:
  Premises& premises_;
  const int64_t account_id_;
  const Passes passes_;
};

TEST_P(Rights, NeedAToken) {
  ExpectUnauthenticated({}, "no token");
  ExpectUnauthenticated(WithToken(""), "an empty token");
  ExpectUnauthenticated(WithToken("garbage"), "garbage");
  ExpectUnauthenticated(WithToken("a.b.c"), "three parts of garbage");
  const auto [name, value] = passes().Person(options::v1::ROLE_ADMIN).front();
  ExpectUnauthenticated({{name, value.substr(7)}}, "a token without its scheme");
  ExpectUnauthenticated({{name, value + "A"}}, "a token with a letter more");
}

TEST_P(Rights, EndWhenTheTokenExpires) { ExpectUnauthenticated(passes().ExpiredPerson(), "expired"); }

TEST_P(Rights, NeedATokenSignedByTheSystem) {
  ExpectUnauthenticated(passes().PersonOfAnotherKey("crm"), "another key of the same name");
  ExpectUnauthenticated(passes().PersonOfAnotherKey("stranger"), "an unknown key");
  ExpectUnauthenticated(passes().PersonOfAServicesKey(), "a person signed by a service");
  ExpectUnauthenticated(passes().ServiceOfAnothersKey("distribution", "intake"), "a service signed by another");
  ExpectUnauthenticated(passes().ServiceOfAnothersKey("distribution", "crm"), "a service signed by the users' key");
}

TEST_P(Rights, DependOnTheRole) {
  for (const Role role : kPersons) ExpectAdmittedIf(MayCall(role), passes().Person(role), Role_Name(role));
}

TEST_P(Rights, OfAUserEndAtTheirAccount) {
  if (access().public_()) return;
  const auto admin = passes().Person(options::v1::ROLE_ADMIN);
  ExpectForbidden(InAccount(admin, std::to_string(account_id() + 1)), "another's account named");
  ExpectForbidden(InAccount(admin, std::to_string(account_id())), "the own account named");
}

TEST_P(Rights, DependOnTheService) {
  for (const std::string name : kServices) {
    ExpectAdmittedIf(ServiceMayCall(name), passes().Service(name, account_id()), name);
  }
}

TEST_P(Rights, OfAServiceApplyToTheAccountItNames) {
  for (const std::string name : kServices) {
    if (!ServiceMayCall(name)) {
      ExpectForbidden(passes().Service(name, 0), name);
    } else if (access().public_() || access().accountless()) {
      ExpectAdmitted(passes().Service(name, 0), name);
    } else {
      const Answer answer = Ask(passes().Service(name, 0));
      EXPECT_EQ(answer.reason(), "ACCOUNT_REQUIRED") << name << ": " << answer.Told();
    }
  }
}

TEST_P(Rights, OfAServiceNeedAnExistingAccount) {
  if (access().services().empty()) return;
  for (const std::string account : {"x", "-1", "0", "1.0", "99999999999999999999"}) {
    const Answer answer = Ask(InAccount(passes().Service(access().services(0), 0), account));
    EXPECT_EQ(answer.code(), StatusCode::INVALID_ARGUMENT) << account << ": " << answer.Told();
  }
}

INSTANTIATE_TEST_SUITE_P(Methods, Rights, ::testing::ValuesIn(EveryMethod()), NameOfTest);

}  // namespace
}  // namespace voronka::testing
