#include "foundation/rpc/calls/authentication.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "note_service.grpc.pb.h"
#include "tests/foundation/rpc/note_server.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::rpc {
namespace {

using namespace notes::v1;
using grpc::StatusCode;

// Each call returns its caller: the account as the note's id, the name as its text.
class Callers : public ::testing::Test {
 protected:
  Callers() {
    server_.service.body = [](Session& session, Note& note) {
      note.set_id(session.account_id());
      note.set_text(session.caller.Name());
    };
  }

  // The account and the name of the caller.
  static std::pair<int64_t, std::string> Told(client::Client&& who, const google::protobuf::Message& request) {
    const auto note = who.Call<Note>(request);
    return {note.id(), note.text()};
  }
  static StatusCode CodeOf(client::Client&& who, const google::protobuf::Message& request) {
    return FailureOf(std::move(who), request).code();
  }

  StatusCode CodeWithAccount(const std::string& token, const std::string& account) {
    const auto stub = notes::v1::NoteService::NewStub(server_.NewChannel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + token);
    context.AddMetadata("voronka-account", account);
    Note note;
    return stub->GetNote(&context, GetNoteRequest(), &note).error_code();
  }

  void Revoke(int64_t session_id) {
    storage::Connection db(installation_.database());
    InTransaction(server_.host.session_context, db, kAccount,
                  [&](Session& session) { server_.host.revocations.Revoke(session, kAccount, session_id); });
  }

  // Changes Anna's role; the etag is the one she has afterwards.
  void Change(options::v1::Role before, options::v1::Role after, int64_t etag) {
    crm::v1::User anna;
    anna.set_id(kAnna);
    anna.set_role(before);
    auto changed = anna;
    changed.set_role(after);
    changed.set_etag(etag);
    Change(anna, changed);
  }
  void Change(const crm::v1::User& before, const crm::v1::User& after) {
    storage::Connection db(installation_.database());
    InTransaction(server_.host.session_context, db, kAccount, [&](Session& session) {
      server_.host.revocations.OutdateIfRightsChanged(session, kAccount, before, after);
    });
  }
  std::string TokenAsOf(int64_t etag) const {
    const security::Claims claims{.account_id = kAccount,
                                  .user_id = kAnna,
                                  .session_id = kAnna,
                                  .role = options::v1::ROLE_MANAGER,
                                  .service = {},
                                  .user_etag = etag};
    return security::TokenSigner(installation_.SigningKey("users"))
        .Sign(claims, std::chrono::minutes(1), process::SystemClock().NowMicros());
  }
  // The answer to a token that describes Anna as of an etag.
  StatusCode CodeAsOf(int64_t etag) {
    try {
      server_.Holder("Bearer " + TokenAsOf(etag)).Call<Note>(GetNoteRequest());
      return StatusCode::OK;
    } catch (const client::CallFailed& failure) {
      return failure.code();
    }
  }

  const Installation installation_;
  NoteServer server_{installation_};
};

TEST_F(Callers, AreWhoTheirTokenSays) {
  EXPECT_EQ(Told(server_.User(), GetNoteRequest()), std::pair(kAccount, std::string("user:2")));
}

TEST_F(Callers, NeedAToken) {
  EXPECT_EQ(CodeOf(server_.Nobody(), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(CodeOf(server_.Holder("Bearer x.y.z"), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(CodeOf(server_.Holder(installation_.TokenOf(1, 1)), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
}

TEST_F(Callers, NeedNoTokenForAPublicMethod) {
  EXPECT_EQ(Told(server_.Nobody(), ShowNoteRequest()), std::pair(int64_t{0}, std::string("public")));
  EXPECT_NO_THROW(server_.Holder("Bearer x.y.z").Call<Note>(ShowNoteRequest()));
}

TEST_F(Callers, NeedARoleWithTheRight) {
  EXPECT_EQ(CodeOf(server_.User(kAccount, kAnna, options::v1::ROLE_MANAGER), AuditNotesRequest()),
            StatusCode::PERMISSION_DENIED);
}

TEST_F(Callers, ThatAreServicesNameTheAccount) {
  EXPECT_EQ(Told(server_.Service("robot", 9), GetNoteRequest()), std::pair(int64_t{9}, std::string("service:robot")));
  EXPECT_EQ(FailureOf(server_.Service("robot", 0), GetNoteRequest()).reason(), "ACCOUNT_REQUIRED");
}

TEST_F(Callers, ThatAreServicesNeedNoAccountIfTheMethodNeedsNone) {
  EXPECT_EQ(Told(server_.Service("robot", 0), CountNotesRequest()).first, 0);
}

TEST_F(Callers, ThatAreServicesCanBeRefusedByName) {
  EXPECT_NO_THROW(server_.Service("auditor", 9).Call<Note>(AuditNotesRequest()));
  EXPECT_EQ(FailureOf(server_.Service("robot", 9), AuditNotesRequest()).reason(), "SERVICE_NOT_ALLOWED");
}

TEST_F(Callers, ThatAreUsersMustNotNameAnAccount) {
  EXPECT_EQ(CodeWithAccount(installation_.TokenOf(kAccount, kAnna), "9"), StatusCode::PERMISSION_DENIED);
}

TEST_F(Callers, NameAnAccountById) {
  const security::Claims robot{.role = options::v1::ROLE_SERVICE, .service = "robot"};
  const auto token = security::TokenSigner(installation_.SigningKey("robot"))
                         .Sign(robot, std::chrono::minutes(1), process::SystemClock().NowMicros());
  EXPECT_EQ(CodeWithAccount(token, "9"), StatusCode::OK);
  for (const char* account : {"0", "-1", "9x", "99999999999999999999"}) {
    EXPECT_EQ(CodeWithAccount(token, account), StatusCode::INVALID_ARGUMENT) << account;
  }
}

TEST_F(Callers, AreAnsweredInTheirLanguage) {
  EXPECT_EQ(FailureOf(server_.Nobody(), GetNoteRequest()).localized_message(), "Нужен действующий токен доступа.");
  auto english = server_.Nobody();
  english.SetLocale("en");
  EXPECT_EQ(FailureOf(std::move(english), GetNoteRequest()).localized_message(), "A valid access token is needed.");
}

TEST_F(Callers, AreRefusedOnceTheirSessionIsRevoked) {
  server_.User().Call<Note>(GetNoteRequest());
  Revoke(kAnna);
  EXPECT_EQ(CodeOf(server_.User(), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
  EXPECT_NO_THROW(server_.User(kAccount, kAnna + 1).Call<Note>(GetNoteRequest()));
  EXPECT_NO_THROW(server_.User(kAccount + 1, kAnna).Call<Note>(GetNoteRequest()));
}

TEST_F(Callers, AreRefusedByAnotherReplicaOnceItHasReadTheRevocation) {
  NoteServer replica(installation_);
  Revoke(kAnna);
  storage::Connection db(installation_.database());
  replica.host.revocations.Reload(db, replica.host.clock.NowMicros());
  EXPECT_EQ(CodeOf(replica.User(), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
}

TEST_F(Callers, AreRefusedIfTheirTokenIsOlderThanTheirRights) {
  Change(options::v1::ROLE_ADMIN, options::v1::ROLE_MANAGER, 5);
  EXPECT_EQ(CodeAsOf(4), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(CodeAsOf(0), StatusCode::UNAUTHENTICATED) << "of a release that did not tell it";
  EXPECT_EQ(CodeAsOf(5), StatusCode::OK);
  EXPECT_EQ(CodeAsOf(6), StatusCode::OK);
  EXPECT_NO_THROW(server_.User(kAccount, kAnna + 1).Call<Note>(GetNoteRequest()));
  EXPECT_NO_THROW(server_.User(kAccount + 1, kAnna).Call<Note>(GetNoteRequest()));
}

TEST_F(Callers, AreRefusedByTheLatestChangeInWhateverOrderChangesArrive) {
  Change(options::v1::ROLE_MANAGER, options::v1::ROLE_ADMIN, 7);
  Change(options::v1::ROLE_ADMIN, options::v1::ROLE_MANAGER, 5);
  EXPECT_EQ(CodeAsOf(6), StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(CodeAsOf(7), StatusCode::OK);
}

TEST_F(Callers, AreNotRefusedForAChangeThatKeepsTheirRights) {
  Change(options::v1::ROLE_MANAGER, options::v1::ROLE_MANAGER, 5);
  EXPECT_EQ(CodeAsOf(4), StatusCode::OK);
}

TEST_F(Callers, AreNotRefusedForHavingBeenCreated) {
  crm::v1::User anna;
  anna.set_id(kAnna);
  anna.set_role(options::v1::ROLE_ADMIN);
  anna.set_etag(5);
  Change({}, anna);
  EXPECT_EQ(CodeAsOf(4), StatusCode::OK);
}

TEST_F(Callers, AreRefusedByAnotherReplicaOnceItHasReadTheChangeOfRights) {
  NoteServer replica(installation_);
  Change(options::v1::ROLE_ADMIN, options::v1::ROLE_MANAGER, 5);
  storage::Connection db(installation_.database());
  replica.host.revocations.Reload(db, replica.host.clock.NowMicros());
  EXPECT_EQ(CodeOf(replica.Holder("Bearer " + TokenAsOf(4)), GetNoteRequest()), StatusCode::UNAUTHENTICATED);
  EXPECT_NO_THROW(replica.Holder("Bearer " + TokenAsOf(5)).Call<Note>(GetNoteRequest()));
}

TEST_F(Callers, AreRefusedInTheTransactionIfTheRoleHasChanged) {
  struct Told : CurrentRights {
    bool AreStillValid(Session& session) override { return session.caller.user_id != kAnna; }
  } rights;
  server_.host.session_context.rights = &rights;
  EXPECT_EQ(CodeOf(server_.User(kAccount, kAnna, options::v1::ROLE_ADMIN), AuditNotesRequest()),
            StatusCode::UNAUTHENTICATED);
  EXPECT_NO_THROW(server_.User(kAccount, kAnna + 1, options::v1::ROLE_ADMIN).Call<Note>(AuditNotesRequest()));
  EXPECT_NO_THROW(server_.Service("auditor", kAccount).Call<Note>(AuditNotesRequest()));
}

// The client's address in a call of a public method.
class Addresses : public Callers {
 protected:
  Addresses() {
    server_.service.body = [](Session& session, Note& note) { note.set_text(session.caller.client_address); };
  }

  static std::string Seen(const NoteServer& server, const client::Metadata& metadata) {
    const auto stub = notes::v1::NoteService::NewStub(server.NewChannel());
    grpc::ClientContext context;
    for (const auto& [name, value] : metadata) context.AddMetadata(name, value);
    Note note;
    EXPECT_TRUE(stub->ShowNote(&context, ShowNoteRequest(), &note).ok());
    return note.text();
  }
  std::string Seen(const client::Metadata& metadata) const { return Seen(server_, metadata); }
  std::string Proof(const std::string& service) const {
    const security::Claims claims{.role = options::v1::ROLE_SERVICE, .service = service};
    return "Bearer " + security::TokenSigner(installation_.SigningKey(service))
                           .Sign(claims, std::chrono::minutes(1), process::SystemClock().NowMicros());
  }
};

TEST_F(Addresses, ComeFromThePeerWhateverItClaims) {
  EXPECT_EQ(Seen({}), "127.0.0.1");
  EXPECT_EQ(Seen({{"x-forwarded-for", "203.0.113.7"}}), "127.0.0.1");
  EXPECT_EQ(Seen({{kClientAddress, "203.0.113.7"}}), "127.0.0.1");
}

TEST_F(Addresses, ComeFromTheGatewaysHeader) {
  EXPECT_EQ(Seen({{kClientAddress, "203.0.113.7"}, {kGatewayAuthorization, Proof("gateway")}}), "203.0.113.7");
  EXPECT_EQ(Seen({{kClientAddress, "2001:db8:1:2:3::4"}, {kGatewayAuthorization, Proof("gateway")}}),
            "2001:db8:1:2::/64");
  EXPECT_EQ(Seen({{kClientAddress, "somewhere"}, {kGatewayAuthorization, Proof("gateway")}}), "127.0.0.1");
}

TEST_F(Addresses, DoNotComeFromAnyOtherCallersHeader) {
  const std::string persons = "Bearer " + installation_.TokenOf(kAccount, kAnna);
  for (const std::string& proof : {Proof("robot"), persons, std::string("Bearer x.y.z"), std::string()}) {
    EXPECT_EQ(Seen({{kClientAddress, "203.0.113.7"}, {kGatewayAuthorization, proof}}), "127.0.0.1") << proof;
    EXPECT_EQ(Seen({{kClientAddress, "203.0.113.7"}, {"authorization", proof}}), "127.0.0.1") << proof;
  }
}

TEST_F(Addresses, ComeFromATrustedProxysHeader) {
  auto configuration = installation_.Configuration();
  configuration.add_trusted_proxies("127.0.0.1");
  NoteServer behind_a_proxy(installation_, configuration);
  behind_a_proxy.service.body = server_.service.body;
  EXPECT_EQ(Seen(behind_a_proxy, {{"x-forwarded-for", "203.0.113.7"}}), "203.0.113.7");
  EXPECT_EQ(Seen(behind_a_proxy, {{"x-forwarded-for", "10.1.1.1, 203.0.113.7"}}), "203.0.113.7");
  EXPECT_EQ(Seen(behind_a_proxy, {{"x-forwarded-for", "10.1.1.1"}, {"x-forwarded-for", "203.0.113.7"}}), "203.0.113.7");
}

TEST(AddressOfPeer, IsReadInGrpcsFormat) {
  EXPECT_EQ(AddressOfPeer("ipv4:203.0.113.7:41000"), "203.0.113.7");
  EXPECT_EQ(AddressOfPeer("ipv6:%5B2001:db8::7%5D:41000"), "2001:db8::7");
  EXPECT_EQ(AddressOfPeer("ipv6:[::1]:41000"), "::1");
  EXPECT_EQ(AddressOfPeer("unix:/run/voronka.sock"), "unix:/run/voronka.sock");
  EXPECT_EQ(AddressOfPeer(""), "");
}

TEST_F(Callers, AreNoLongerTrackedOnceAllTheirRevokedTokensHaveExpired) {
  Revoke(kAnna);
  Change(options::v1::ROLE_ADMIN, options::v1::ROLE_MANAGER, 5);
  storage::Connection db(installation_.database());
  constexpr int64_t kDay = 86'400'000'000;
  server_.host.revocations.Reload(db, server_.host.clock.NowMicros() + kDay / 2);
  EXPECT_TRUE(server_.host.revocations.Contains(kAccount, kAnna));
  server_.host.revocations.Reload(db, server_.host.clock.NowMicros() + kDay + 1'000'000);
  EXPECT_FALSE(server_.host.revocations.Contains(kAccount, kAnna));
  EXPECT_EQ(db.Query("SELECT COUNT(*) FROM outdated_tokens")[0].Int(0), 0);
  EXPECT_EQ(db.Query("SELECT COUNT(*) FROM revoked_sessions")[0].Int(0), 0);
}

}  // namespace
}  // namespace voronka::rpc
