const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Name women's first names: what stands before another capital is then a person. Names that are words or places as often are left out. */
export const FEMALE_NAMES = words(`
  Trish Gabby Rosie Jo Josephine Bernice Bea Dee Edie Elle Evie Fran Geri Hattie Kim Kitty Kris Lori Lynette Mary-Ann Nan Nell Pippa Ronda Shea Sue Tess Val
  Aaliyah Abby Abigail Ada Addison Adele Adriana Agnes Aiko Aileen Aisha Akiko Alana Alejandra Alexa Alexandra Alexis
  Alice Alicia Alina Alison Allison Alma Alyssa Amanda Amber Amelia Amelie Amina Amy Ana Anastasia Andrea Angela
  Angelica Angelina Anita Anja Ann Anna Annabel Anne Annette Annie Antonia Ariana Arianna Arlene Ashley Astrid Audrey
  Aung Ava Ayesha Barbara Beatrice Beatriz Becky Bella Benazir Bernadette Bernice Bertha Bessie Beth Bethany Betsy
  Betty Beverley Beverly Bianca Bonnie Brenda Bridget Brigitte Britney Brittany Brooke Caitlin Camila Camilla Camille
  Candace Candice Carla Carly Carmen Carol Carole  Caroline Carolyn Carrie Cassandra Cassie Cate Catherine
  Cathy Cecilia Celeste Celia Chantal Charlene Charlotte Chelsea Cheryl Chloe Christa Christiane Christie Christina
  Christine Christy Cindy Claire Clara Clarissa Claudia Colleen Condoleezza Connie Cora Courtney Cristina Cynthia Dana
  Daniela Danielle Daphne Darlene Dawn Deanna Deb Debbie Debby Deborah Debra Deirdre Delia Della Delores Denise
  Desiree Diana Diane Dianne Dina Dolores Dominique Donna Dora Doreen Doris Dorothy Edith Edna Eileen Elaine Eleanor
  Eleanora Elena Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elsie Emilia Emilie Emily Emma Erica Erika Erin
  Esmeralda Estelle Esther Ethel Eugenia Eva Eve Evelyn Faith Farah Fatima Felicia Felicity Fernanda Fiona Flora
   Frances Frida Frieda Gabriela Gabriella Gabrielle Gail Gemma Genevieve Geraldine Gertrude Gillian Gina
  Ginny Giovanna Giulia Gladys Glenda Gloria Grace Greta Gretchen Guadalupe Gwen Gwendolyn Hanna Hannah Harriet Hattie
  Hazel Heather Heidi Helen Helena Helene Henrietta Hilary Hilda Hillary Holly Hope Huma Ida Imogen Indira Ines Inga
  Ingrid Irene Irina Isabel Isabella Isabelle Ivanka Jackie Jacqueline Jana Jane Janelle Janet Janette Janice Janine
  Jasmine Jean Jeanette Jeanine Jeanne Jenna Jennie Jennifer Jenny Jessica Jessie Jill Joan Joann Joanna Joanne
  Jocelyn Jodi Jodie Johanna Jolene Josephine Josie Joy Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet
  Juliette Kamala Karen Karin Karina Karla Katarina Kate Katerina Katharine Katherine Kathie Kathleen Kathrin Kathryn
  Kathy Katie Katrina Kay Kayla Keiko Keisha Kelly Kellyanne Kendra Kerry Khadija Kimberly Kirsten Kirstie Kristen
  Kristin Kristina Kristine Krystal Lakshmi Lana Lara Larissa Latoya Laura Laurel Lauren Laurie Leah Leila Lena Leslie
  Leticia Leyla Lidia Lila Lillian Lily Linda Lindsay Lisa Liz Liza Lois Lola Lorena Loretta Lori Lorraine Louisa
  Louise Lucia Lucille Lucinda Lucy Luisa Lydia Lynda Lynn Lynne Mabel Madeleine Madeline Maggie Maia Malala Mandy
  Marcella Marcia Margaret Margarita Margaux Margherita Margot Maria Mariam Marian Marianne Marie Marilyn Marina
  Marisa Marissa Marjorie Marla Marlene Marsha Martha Martina Mary Maryam Mathilde Maureen Maxine Maya Megan Megyn
  Melania Melanie Melinda Melissa Melody Meredith Mia Michaela Michelle Mildred Mindy Miranda Miriam Moira Mollie
  Molly Mona Monica Monique Muriel Myra Nadia Nancy Naomi Natalie Natasha Nellie Nia Nicole Nikki Nina Nirmala Noor
  Nora Noreen Norma Octavia Odette Olga Olivia Oprah Paige Pam Pamela Paola Patrice Patricia Patsy Patti Patty Paula
  Paulette Pauline Peggy Penelope Penny Petra Philippa Phoebe Phyllis Polly Priscilla Priya Queenie Rachael Rachel
  Ramona Raquel Rebecca Rebekah Regina Renata Rene Renee Rhonda Rita Roberta Robin Rochelle Rosa Rosalie Rosalind
  Rosanne Rose Roseanne Rosemarie Rosemary Roxanne Ruby Ruth Sabine Sabrina Sadie Sally Samantha Samira Sandra Sara
  Sarah Sasha Saskia Selena Selma Serena Shana Shannon Shari Sharon Sheila Shelby Shelley Shelly Sheri Sherri Sherry
  Sheryl Shirley Silvia Simone Siobhan Sofia Sonia Sonja Sonya Sophia Stacey Stacy Stella Stephanie Sue Susan Susana
  Susanna Susanne Sushma Suzanne Svetlana Sybil Sylvia Tabitha Tamara Tami Tammy Tania Tanya Tara Tatiana Tatyana
  Teresa Teri Terri Tess Tessa Thelma Theresa Tia Tiffany Tina Toni Tonya Tracey Traci Tracy Tricia Trisha Trudy Tulsi
  Ursula Valentina Valeria Valerie Vanessa Vera Verna Veronica Vicki Vickie Vicky Victoria Viola Vivian Viviane Wanda
  Wendy Whitney Wilma Winifred Xenia Yasmin Yoko Yolanda Yulia Yvette Yvonne Zainab Zoe Zoey
`);

/** Name men's first names, in the same sense. */
export const MALE_NAMES = words(`
  Aaron Abdel Abdul Abdullah Abel Abraham Adam Adrian Ahmad Ahmed Aidan Akira Al Alain Alan Alastair Albert Alberto
  Aldo Alec Alejandro Aleksander Aleksandr Alessandro Alex Alexander Alexandre Alexei Alexis Alfonso Alfred Alfredo
  Ali Alistair Allan Allen Alonzo Alvaro Alvin Amir Anders Andre Andreas Andrei Andrej Andres Andrew Andrey Andy
  Angelo Angus Anthony Antoine Anton Antonin Antonio Anwar Archie Arjun Armando Arnold Arthur Arturo Ashraf Ashton
  Asif Austin Avi Barack Barney Barry Bart Bartholomew Bashar Basil Ben Benjamin Bernard Bernardo Bernd Bernie Bert
  Bilal Bill Billy Bjorn Blake Bob Bobby Boris Boyd Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bryan Bryce
  Bud Burt Byron Caleb Calvin Cameron Carl Carlo Carlos Carlton Carsten Casey Cecil Cedric Cesar Chad Charles Charlie
  Chester Chip Chris Christian Christoph Christophe Christopher Chuck Clarence Claude Clay Clayton Cliff Clifford
  Clint Clive Clyde Cody Cole Colin Conrad Corey Cory Craig Curt Curtis Cyril Cyrus Dale Damian Damien Damon Dan
  Daniel Darius Darrell Darren Darryl Daryl Dave David Dean Denis Dennis Denny Derek Derrick Desmond Devin Diego
  Dimitri Dirk Dmitri Dmitry Domenico Dominic Don Donald Donnie Doug Douglas Drew Duane Dustin Dwayne Dwight Dylan
  Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Efrain Egon Ehud Eli Elias Elijah Elliot Elliott Elmer Elon Emanuel
  Emilio Emmanuel Enrique Eric Erich Erik Ernest Ernesto Ernie Erwin Esteban Ethan Etienne Eugen Eugene Evan Ezra
  Fabian Faisal Farid Farouk Federico Felipe Felix Ferdinand Fernando Fidel Filip Floyd Francesco Francis Francisco
  Franco Francois Frank Franklin Fred Freddie Frederick Fredrik Friedrich Fritz Gabriel Gareth Garrett Garth Gary
  Gavin Gene Geoff Geoffrey Georg George Georges Georgi Geraint Gerald Gerard Gerhard Gert Gilbert Giles Gino Giorgio
  Giovanni Giuseppe Glen Glenn Goodluck Gordon Graham Greg Gregory Guido Guillaume Guillermo Gunther Gus Gustav
  Gustavo Guy Haider Hamad Hamid Hamza Hank Hannes Hans Harold Harry Haruki Harvey Hassan Hector Heinrich Heinz Helmut
  Henri Henrik Henry Herb Herbert Herman Hermann Hiroshi Homer Horace Hosni Howard Hubert Hugh Hugo Humphrey Hussein
  Ian Ibrahim Ignacio Igor Imran Ingo Irving Irwin Isaac Isaiah Ismail Ivan Jacek Jack Jacob Jacques Jaime Jake Jamal
  James Jameson Jamie Jamil Jan Janos Jared Jarrod Jarvis Jason Javier Jay Jean Jean-Claude Jeb Jed Jeff Jeffery
  Jeffrey Jens Jeremiah Jeremy Jermaine Jerome Jerry Jerzy Jesse Jim Jimmie Jimmy Joachim Joao Joaquin Jochen Joe Joel
  Johan Johann Johannes John Johnnie Johnny Jon Jonas Jonathan Jonathon Jordan Jorge Jose Josef Joseph Josh Joshua
  Juan Jules Julian Julien Julio Julius Jurgen Justin Justus Kai Karim Karl Karsten Kazuo Keir Keith Kelvin Ken
  Kendrick Kenji Kenneth Kenny Kent Kermit Kerry Kevin Khaled Khalid Kiefer Kim Kirk Klaus Kofi Konrad Konstantin
  Krzysztof Kurt Kwame Kyle Kyrylo Larry Lars Laszlo Laurence Laurent Lawrence Lech Lee Leigh Len Lenny Leo Leon
  Leonard Leonardo Leonid Leopold Leroy Les Lester Lewis Lindsey Lloyd Logan Lonnie Lorenzo Lou Louie Louis Luc Luca
  Lucas Luciano Ludwig Luigi Luis Luke Luther Lyle Lyndon Maarten Mack Magnus Mahmoud Malcolm Manfred Manuel Marc
  Marcel Marcelo Marco Marcos Marcus Marek Mario Marius Mark Markus Marlon Marshall Martin Marty Marvin Mason Masoud
  Massimo Mateo Mathias Mathieu Mats Matt Matteo Matthew Matthias Maurice Mauricio Maurizio Max Maxim Maximilian
  Maxwell Mehmet Mel Melvin Menachem Merrick Michael Michal Michel Mick Mickey Miguel Mihai Mikael Mike Mikhail Miles
  Milo Milton Mitch Mitchell Mitt Mohamad Mohamed Mohammad Mohammed Mohamud Monty Morgan Morris Moses Moshe Muammar
  Muhammad Muhammadu Murray Musa Mustafa Myron Naoto Narendra Nasser Nate Nathan Nathaniel Ned Neil Nelson Nestor Newt
  Nicholas Nick Nicolae Nicolas Niels Nigel Nikolai Nikos Nils Noah Norbert Norm Norman Nouri Olaf Oleg Oleksandr
  Oliver Olivier Olusegun Omar Orrin Orville Oscar Otis Otto Owen Pablo Paolo Pascal Pasquale Pat Patrice Patrick
  Patrik Paul Pavel Pawel Pedro Percy Perry Pete Peter Petr Phil Philip Philippe Phillip Pierce Pierre Pietro Piotr
  Preston Quentin Quincy Rafael Rafał Raj Rajiv Ralf Ralph Ramon Rand Randall Randolph Randy Raoul Rashid Raul Ray
  Raymond Recep Reggie Reginald Reid Reince Reinhard Rene Reuben Rex Rhys Ricardo Riccardo Richard Rick Ricky Rob
  Robbie Robby Robert Roberto Robin Rocco Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronan
  Ronnie Rory Ross Rowan Roy Ruben Rudy Rufus Rupert Russell Rusty Ryan Ryszard Saeed  Salim Salman Salvador Sam
  Sami Samir Sammy Samuel Sanjay Santiago Saul Scot Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shaul Shaun
  Shawn Sheldon Shimon Shinzo Sid Sidney Silvio Simon Slobodan Spencer Stan Stanislav Stanley Stefan Stefano Stefen
  Steffen Stephen Steve Steven Stewart Stu Stuart Sunil Sven Syed Tariq Tate Taylor Ted Teddy Terence Terrance
  Terrence Terry Thabo Thad Theo Theodore Thierry Thomas Thorsten Tim Timothy Tobias Toby Todd Tom Tomas Tomasz Tommy
  Tony Toshiro Travis Trent Trevor Tristan Troy Tucker Tyler Uhuru Ulrich Umberto Uri Uwe Vaclav Valentin Valery
  Vasily Vaughn Vern Vernon Victor Vijay Viktor Vince Vincent Vincenzo Vinnie Virgil Vitaly Vito Vittorio Vladimir
  Vladislav Volodymyr Wade Waldo Wallace Walter Warren Wayne Wendell Werner Wes Wesley Wilbur Wilfred Wilhelm Willard
  Willem William Willie Wim Winston Wolfgang Woodrow Wyatt Xavier Xi Yannis Yasir Yasser Yitzhak Yoshihide Yossi
  Yoweri Yuri Yusuf Yuval Yves Zachariah Zachary Zane Zbigniew Zeke
`);
