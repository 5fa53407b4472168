#include "client/command_line/options.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <CLI/CLI.hpp>

#include "client/command_line/language.h"
#include "client/command_line/moments.h"
#include "client/command_line/usage_error.h"
#include "foundation/program/version.h"

namespace voronka::command_line {
namespace {

constexpr char kDescription[] = "Calls every method of Voronka by its name, and follows its streams.";

constexpr char kExamples[] = R"text(Commands:
  login, logout             begin and end the session of the profile
  list [SERVICE]            the methods there are
  describe METHOD|MESSAGE   its fields, what they may hold, and who may call
  solution list             ready-made configurations of an account
  solution plan|apply WHAT  what a file or a solution would change; change it
  solution export [VERSION] the account's configuration as a file
  solution history          its versions
  solution rollback VERSION return to one
  completion                a script for bash: eval "$(voronka completion)"
  METHOD [field=value]...   call it; a stream is followed until Ctrl-C

A method is named as far as it is unambiguous; `crm.` stands for `voronka.crm.v1.`. Fields:
  voronka crm.DealService.MoveDeal deal_id=7 stage=accepted
  voronka CreateDeal deal.name='Опт' deal.pipeline=sales deal.amount.minor=150000 deal.amount.currency=RUB
  voronka CreateTask task.text='Перезвонить' task.due_time=+2h task.reminders.before=10m
  voronka CreateContact contact.phones=+79161234567 contact.phones='8 (495) 123-45-67'
  voronka SubmitInquiry inquiry='{"source": "SOURCE_SITE"}' inquiry.sent.values.city=Омск
  voronka --profile anna notifier.InboxService.Subscribe

Exit status: 0 done, 1 the call failed, 2 the command line is wrong.)text";

void AddCallerOptions(CLI::App& app, Options& options) {
  constexpr char kGroup[] = "Who calls";
  app.add_option("--profile", options.profile, "Keeps several people's sessions apart")
      ->envname("VORONKA_PROFILE")
      ->group(kGroup);
  app.add_option("--login", options.login, "For `login`: asked for when it is not given")->group(kGroup);
  app.add_option("--password-file", options.password_file, "For `login`: else VORONKA_PASSWORD, else it is asked for")
      ->group(kGroup);
  auto* service = app.add_option("--as-service", options.service, "Call as a service, with a key of its own");
  auto* key = app.add_option("--key", options.key_file, "The service's private key, PEM");
  service->needs(key)->type_name("NAME")->group(kGroup);
  key->needs(service)->type_name("FILE")->group(kGroup);
  app.add_option("--kid", options.kid, "Name of the key, where it is not the service's")->needs(key)->group(kGroup);
  app.add_option("--account", options.account_id, "The account that the service acts in")->needs(key)->group(kGroup);
}

void AddConnectionOptions(CLI::App& app, Options& options) {
  constexpr char kGroup[] = "Where the services are";
  for (auto& [service, address] : options.endpoints.addresses) {
    app.add_option("--" + service, address, fmt::format("Or {}", client::AddressVariable(service)))
        ->type_name("ADDRESS")
        ->capture_default_str()
        ->group(kGroup);
  }
  const auto add_file = [&](const char* name, std::string* file, const char* description) {
    app.add_option(name, *file, description)->type_name("FILE")->group(kGroup);
  };
  add_file("--ca", options.endpoints.tls.mutable_ca_file(), "The CA that signs the servers' certificates, PEM");
  add_file("--cert", options.endpoints.tls.mutable_certificate_file(), "Own certificate for mutual TLS, PEM");
  add_file("--tls-key", options.endpoints.tls.mutable_key_file(), "Its private key, PEM");
}

std::chrono::milliseconds Timeout(const std::string& text) {
  using google::protobuf::util::TimeUtil;
  try {
    return std::chrono::milliseconds(TimeUtil::DurationToMilliseconds(ParseDuration(text)));
  } catch (const UsageError& error) {
    throw CLI::ValidationError("--timeout", error.what());
  }
}

void AddCallOptions(CLI::App& app, Options& options) {
  constexpr char kGroup[] = "Calls";
  const std::map<std::string, Format> formats = {
      {"readable", Format::kReadable}, {"json", Format::kJson}, {"textproto", Format::kTextproto}};
  app.add_option("-o,--output", options.output.format, "readable, json or textproto")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT")
      ->group(kGroup);
  app.add_flag("--show-secrets", options.output.show_secrets, "Print tokens and passwords too")->group(kGroup);
  app.add_option("--json", options.json, "The whole request as JSON")->group(kGroup);
  app.add_option("--file", options.file, "The whole request from a file, JSON or textproto; - reads standard input")
      ->group(kGroup);
  app.add_option_function<std::string>(
         "--timeout", [&options](const std::string& text) { options.timeout = Timeout(text); },
         "How long to wait, default 10s; of a stream: how long to follow it")
      ->type_name("DURATION")
      ->group(kGroup);
  app.add_flag("--once", options.once, "Do not open a stream again that the server has ended")->group(kGroup);
  app.add_option("--lang,--locale", options.locale, "Language of error messages, ru or en; else that of LANG, else ru")
      ->check(CLI::IsMember({"ru", "en"}))
      ->group(kGroup);
}

void AddSolutionOptions(CLI::App& app, Options& options) {
  constexpr char kGroup[] = "Solutions";
  app.add_flag("--remove-others", options.remove_others,
               "Archive pipelines and forms, and remove fields, that the file does not name")
      ->group(kGroup);
  app.add_option("--comment", options.comment, "Kept with the new version")->group(kGroup);
}

}  // namespace

std::variant<Options, ExitStatus> ParseOptions(int argc, const char* const* argv) {
  Options options;
  options.endpoints = client::EndpointsOfEnvironment();
  options.locale = LanguageOfEnvironment();
  CLI::App app(kDescription, "voronka");
  app.footer(kExamples);
  app.set_version_flag("--version", fmt::format("voronka {}", process::Version()));
  app.add_option("words", options.words, "A command or a method, then its arguments")->required();
  AddCallerOptions(app, options);
  AddConnectionOptions(app, options);
  AddCallOptions(app, options);
  AddSolutionOptions(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitStatus::kDone : ExitStatus::kWrongUsage;
  }
  return options;
}

}  // namespace voronka::command_line
