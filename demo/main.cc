#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <memory>

#include "client/call_failed.h"
#include "client/endpoints.h"
#include "demo/account/account.h"
#include "demo/account/known_solutions.h"
#include "demo/account/solution.h"
#include "demo/day/telling_day.h"
#include "demo/life/life.h"
#include "demo/story/telling.h"

namespace voronka::demo {
namespace {

constexpr int kFailed = 1;
constexpr int kInterrupted = 130;

std::string KnownNames() { return fmt::format("{}", fmt::join(KnownSolutions(), ", ")); }

// Refuses others with the list.
CLI::Option* AddSolution(CLI::App& command, std::string& solution, const std::string& description) {
  return command.add_option("--solution", solution, description)
      ->check(CLI::IsMember(KnownSolutions()))
      ->option_text("NAME");
}

void AddAccount(CLI::App& program) {
  struct Options {
    std::string operator_key;
    std::string solution;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("account", "Makes what a solution's account does not have yet");
  command->add_option("--operator-key", options->operator_key, "Private key of the installation's operator (PEM)")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--solution", options->solution, "Of what pipelines and queues: " + KnownNames() + ", or a file")
      ->required();
  command->callback([options] {
    MakeAccount(client::EndpointsOfEnvironment(), options->operator_key, FindSolution(options->solution), std::cout);
  });
}

void AddLife(CLI::App& program) {
  struct Options {
    std::string solution;
    uint64_t seed = 1;
    int deals = 60;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("life", "Fills a solution's account with invented clients and deals, once");
  AddSolution(*command, options->solution, "Whose account: " + KnownNames())->required();
  command->add_option("--seed", options->seed, "The same seed gives the same names, stages and values")
      ->capture_default_str();
  command->add_option("--deals", options->deals, "How many; at least one for each stage")
      ->check(CLI::Range(1, 1000))
      ->option_text("NUMBER [60]");
  command->callback([options] {
    GiveLife({DemoAccount(options->solution), options->seed, options->deals}, client::EndpointsOfEnvironment(),
             std::cout);
  });
}

int Tell(const Telling& telling) try {
  // Must come before any thread is started.
  const Interruption interruption;
  return TellStory(telling, client::EndpointsOfEnvironment(), interruption, std::cout) ? 0 : kFailed;
} catch (const Interrupted&) {
  std::cerr << Text{"Прервано", "Interrupted"}.In(telling.language) << '\n';
  return kInterrupted;
}

int Tell(const DemoAccount& account, Language language) {
  return TellDay(account, language, client::EndpointsOfEnvironment(), std::cout) ? 0 : kFailed;
}

void AddStory(CLI::App& program, int& status) {
  const auto telling = std::make_shared<Telling>();
  const auto solution = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("story", "Plays the main job on the live services and tells it");
  CLI::Option* of_solution = AddSolution(
      *command, *solution, "Plays what the rules of this solution tell, in its account, instead: " + KnownNames());
  command->add_option("--take-within", telling->take_within_seconds, "How long a manager has to take an offer, as 3s")
      ->transform(CLI::AsNumberWithUnit(std::map<std::string, int>{{"s", 1}, {"m", 60}}))
      ->check(CLI::Range(1, 600))
      ->option_text("DURATION [3s]")
      ->excludes(of_solution);
  command->add_option("--run-dir", telling->run_dir, "Where the supervisor keeps its pid files")
      ->capture_default_str()
      ->excludes(of_solution);
  command->add_option("--lang", telling->language, "Language of the telling: ru or en")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Language>{{"ru", Language::kRussian}, {"en", Language::kEnglish}}))
      ->option_text("LANGUAGE [ru]");
  command->add_option("--json", telling->figures_file, "File for the measured times")->excludes(of_solution);
  command->add_flag("--no-kill", telling->no_kill, "Leave out the kill of services")->excludes(of_solution);
  command->callback([telling, solution, &status] {
    status = solution->empty() ? Tell(*telling) : Tell(DemoAccount(*solution), telling->language);
  });
}

int Run(int argc, char** argv) try {
  CLI::App program(
      "The demo of Voronka. The services' addresses: VORONKA_CRM, VORONKA_DISTRIBUTION, VORONKA_NOTIFIER.");
  program.require_subcommand(1);
  int status = 0;
  AddAccount(program);
  AddLife(program);
  AddStory(program, status);
  CLI11_PARSE(program, argc, argv);
  return status;
} catch (const client::CallFailed& failure) {
  std::cerr << failure.what() << '\n';
  if (failure.code() == grpc::StatusCode::UNAVAILABLE) std::cerr << "Are the services running? ./deploy/run\n";
  if (failure.reason() == "WRONG_LOGIN") std::cerr << "Is there such an account? ./deploy/run demo SOLUTION\n";
  return kFailed;
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return kFailed;
}

}  // namespace
}  // namespace voronka::demo

int main(int argc, char** argv) { return voronka::demo::Run(argc, argv); }
